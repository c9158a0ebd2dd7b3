using System.Security.Claims;
using System.Text.Json;
using Booking.Data;

namespace Booking.Web;

/// <summary>
/// What has become of appointments, told with the answer to a change: whoever goes on at once, before the screen has read
/// anew, goes on from what is true.
/// </summary>
public sealed class ScreenNews(DiaryScreen screen, Diary diary)
{
    /// <summary>Each as the screen's next reading would have it, wherever it stands now and though it be cancelled.</summary>
    public async Task<JsonElement> OfAsync(IReadOnlyList<int> ids, ClaimsPrincipal user, CancellationToken cancellation)
    {
        var visits = await screen.ReadAsync(ids, cancellation);
        var clinic = await diary.ClinicAsync(cancellation);
        return JsonSerializer.SerializeToElement(
            visits.Select(visit => ScreenAppointment.Of(visit, clinic, user.MayChange(visit.PractitionerId))),
            ScreenJson.Default.IEnumerableScreenAppointment);
    }
}
