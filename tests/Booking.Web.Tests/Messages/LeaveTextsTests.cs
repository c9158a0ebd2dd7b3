using Booking.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Leave texts whoever is moved or cancelled once, when it can no longer be undone, and nobody else.</summary>
public sealed class LeaveTextsTests : IAsyncLifetime
{
    private static readonly DateTime Wednesday = new(2026, 11, 25, 0, 0, 0);

    private readonly TextingClinic _clinic = new();

    private Desk Desk => _clinic.Services.GetRequiredService<Desk>();

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task Each_one_moved_or_cancelled_gets_a_text_after_the_undo_window_and_none_before()
    {
        await TakeAsync(Guid.NewGuid());
        _clinic.Clock.Advance(TimeSpan.FromSeconds(59));
        await _clinic.SweepAsync();
        Assert.Equal(3, _clinic.Twilio.Taken.Count); // the confirmations

        _clinic.Clock.Advance(TimeSpan.FromSeconds(1));
        await _clinic.SweepAsync();
        await _clinic.SweepAsync();

        var texts = _clinic.Twilio.Taken.Skip(3).ToDictionary(text => text.To, text => text.Body);
        Assert.Equal(2, texts.Count);
        Assert.Contains("your appointment has changed", texts["+447700900121"], StringComparison.Ordinal);
        Assert.Contains("is cancelled", texts["+447700900122"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leave_that_is_undone_in_time_texts_nobody()
    {
        var series = Guid.NewGuid();
        await TakeAsync(series);
        _clinic.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Null(await Desk.UndoTogetherAsync(series, "Rosa Desk", default));

        _clinic.Clock.Advance(TimeSpan.FromMinutes(5));
        await _clinic.SweepAsync();
        Assert.Equal(3, _clinic.Twilio.Taken.Count);
    }

    // One is moved, one cancelled, one left, all of whom have their confirmation.
    private async Task TakeAsync(Guid series)
    {
        var clinic = await _clinic.Services.GetRequiredService<Diary>().ClinicAsync(default);
        var amy = clinic.Practitioner("amy-patel")!;
        (string Name, int Number)[] three = [("Jo Moved", 1), ("Al Cancelled", 2), ("Bo Left", 3)];
        foreach (var (name, number) in three)
        {
            var who = new PatientDetails(PersonName.Parse(name), Telephone.Parse($"07700 90012{number}"), null);
            var booking = new DeskBooking(null, who, clinic.Treatment("sports-injury")!, [(Wednesday.AddHours(8 + number), amy)]);
            Assert.Null((await Desk.BookAsync(booking, "Rosa Desk", default)).Refusal);
        }

        _clinic.Clock.Advance(TimeSpan.FromMinutes(2));
        await _clinic.SweepAsync();
        var off = new TimeOff([amy], Wednesday, Wednesday.AddDays(1), "Off sick");
        var plan = await Desk.PlanLeaveAsync(off, default);
        LeaveAct[] acts = [LeaveAct.Move, LeaveAct.Cancel, LeaveAct.Leave];
        var choices = plan.Zip(acts, (one, act) => new LeaveChoice(
            new Seen(one.Appointment.Id, one.Appointment.Version),
            act,
            act == LeaveAct.Move ? new MoveWish(one.Suggestion!.Practitioner, one.Suggestion.Slot.StartsAt) : null));
        Assert.Null(await Desk.TakeLeaveAsync(off, [.. choices], series, "Rosa Desk", default));
    }
}
