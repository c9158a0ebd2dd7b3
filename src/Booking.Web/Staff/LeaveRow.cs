using System.Globalization;
using Booking.Data;

namespace Booking.Web;

/// <summary>One of those whom leave puts out, on the page: what can become of them, and what is chosen.</summary>
/// <param name="To">Where it goes if it is moved.</param>
/// <param name="News">What has happened to it since the page was last shown; or null.</param>
public sealed record LeaveRow(PutOut PutOut, LeaveAct Act, Place? To, bool CanBeCancelled, string? News)
{
    private const string Format = "yyyy-MM-dd'T'HH:mm";

    public Appointment Appointment => PutOut.Appointment;

    /// <summary>Each thing that can be done, as the form sends it and as it is read, and whether it is chosen.</summary>
    public IEnumerable<(string Value, string Words, bool IsChosen)> Acts()
    {
        foreach (var place in PutOut.Places)
        {
            yield return (Value(LeaveAct.Move, place), $"Move: {place.Said}", Act == LeaveAct.Move && place == To);
        }

        if (CanBeCancelled)
        {
            yield return (Value(LeaveAct.Cancel), "Cancel", Act == LeaveAct.Cancel);
        }

        yield return (Value(LeaveAct.Leave), "Leave as it is", Act == LeaveAct.Leave);
    }

    /// <summary>The plan as it is now, with what was chosen before wherever that is still possible.</summary>
    public static IReadOnlyList<LeaveRow> Of(
        IEnumerable<PutOut> plan, IReadOnlyList<LeaveChoice> before, LeaveAct? all, DateTime now) =>
    [
        .. plan.Select(one =>
        {
            var a = one.Appointment;
            var chosen = before.FirstOrDefault(choice => choice.Seen.Id == a.Id);
            var (to, canCancel) = (Chosen(one, chosen) ?? one.Suggestion, a.CanBeCancelled(now));
            var act = all ?? chosen?.Act ?? (a.StartsAt > now ? LeaveAct.Move : LeaveAct.Leave);
            var isPossible = act switch
            {
                LeaveAct.Leave => true,
                LeaveAct.Move => to is not null,
                LeaveAct.Cancel => canCancel,
            };
            return new LeaveRow(
                one, isPossible ? act : LeaveAct.Leave, to, canCancel, before.Count == 0 ? null : NewsOf(one, chosen));
        }),
    ];

    /// <summary>Reads what a form has sent back.</summary>
    public static bool TryParse(string value, Clinic clinic, out LeaveChoice choice)
    {
        choice = default!;
        if (value.Split('|') is not [var id, var version, var act, .. var to]
            || !int.TryParse(id, CultureInfo.InvariantCulture, out var seen)
            || !int.TryParse(version, CultureInfo.InvariantCulture, out var seenVersion)
            || !Enum.TryParse<LeaveAct>(act, out var chosen) || !Enum.IsDefined(chosen))
        {
            return false;
        }

        MoveWish? wish = null;
        if (chosen == LeaveAct.Move)
        {
            if (to is not [var slug, var start] || clinic.Practitioner(slug) is not { } with
                || !DateTime.TryParseExact(start, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var startsAt))
            {
                return false;
            }

            wish = new MoveWish(with, startsAt);
        }

        choice = new LeaveChoice(new Seen(seen, seenVersion), chosen, wish);
        return true;
    }

    private static string? NewsOf(PutOut one, LeaveChoice? chosen)
    {
        if (chosen is null)
        {
            return "Just come into the way";
        }

        if (chosen.Seen.Version != one.Appointment.Version)
        {
            return "Just changed by somebody";
        }

        return chosen.To is not null && Chosen(one, chosen) is null ? "The time suggested before has gone" : null;
    }

    // The place that was chosen, if it is still to be had.
    private static Place? Chosen(PutOut one, LeaveChoice? chosen) => one.Places.FirstOrDefault(
        place => chosen?.To is { } wish && (place.Practitioner.Id, place.Slot.StartsAt) == (wish.Practitioner.Id, wish.Start));

    private string Value(LeaveAct act, Place? to = null)
    {
        var value = string.Create(CultureInfo.InvariantCulture, $"{Appointment.Id}|{Appointment.Version}|{act}");
        return to is null
            ? value
            : string.Create(CultureInfo.InvariantCulture, $"{value}|{to.Practitioner.Slug}|{to.Slot.StartsAt.ToString(Format, CultureInfo.InvariantCulture)}");
    }
}
