using System.Net;
using Booking.Data;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>What reception can still do with an appointment that has begun.</summary>
public sealed class DiaryBegunTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>, IAsyncLifetime
{
    private Appointment _begun = null!;
    private Visitor _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _begun = await clinic.BookAsync("Begun Bente", new DateOnly(2026, 11, 23), new(9, 15));
        clinic.Clock.SetUtcNow(new(2026, 11, 23, 10, 30, 0, TimeSpan.Zero));
        _desk = await clinic.SignInAsync(StaffRole.Receptionist);
    }

    public ValueTask DisposeAsync()
    {
        _desk.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task It_is_made_longer_where_it_stands_and_nobody_is_told_and_cannot_go_elsewhere_in_the_past_or_be_cancelled()
    {
        var texts = _begun.Messages.Count;

        Assert.Equal(HttpStatusCode.OK, (await MoveAsync("2026-11-23T09:15", "60")).Status);
        var longer = (await clinic.ReadAsync(_begun.Id))!;
        Assert.Equal((60, texts), (longer.Minutes, longer.Messages.Count));

        _begun = longer;
        var (status, answer) = await MoveAsync("2026-11-23T09:30", "60");
        Assert.Equal((HttpStatusCode.Conflict, "That time is over."), (status, answer.Text("refusal")));
        (status, answer) = await _desk.ChangeAsync("Cancel", ("Id", $"{_begun.Id}"), ("Version", $"{_begun.Version}"), ("Reason", "Left"));
        Assert.Equal((HttpStatusCode.Conflict, "over"), (status, answer.Text("kind")));
        Assert.Equal("This appointment has begun or is over. Mark it as attended or not, instead.", answer.Text("refusal"));
    }

    private Task<(HttpStatusCode Status, System.Text.Json.JsonElement Answer)> MoveAsync(string start, string minutes) => _desk.ChangeAsync(
        "Move",
        ("Id", $"{_begun.Id}"), ("Version", $"{_begun.Version}"), ("Practitioner", "amy-patel"), ("Start", start), ("Minutes", minutes));
}
