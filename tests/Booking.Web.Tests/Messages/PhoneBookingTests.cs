using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Whoever is booked by telephone is told once, when it can no longer be undone; and not at all when it was.</summary>
public sealed class PhoneBookingTests : IAsyncLifetime
{
    private static readonly DateTime Start = new(2026, 11, 25, 9, 0, 0);

    private readonly TextingClinic _clinic = new();

    private Desk Desk => _clinic.Services.GetRequiredService<Desk>();

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task After_the_time_to_undo_one_confirmation_goes_and_no_other()
    {
        await BookAsync(Start);
        _clinic.Clock.Advance(TimeSpan.FromSeconds(59));
        await _clinic.SweepAsync();
        Assert.Empty(_clinic.Twilio.Taken);

        _clinic.Clock.Advance(TimeSpan.FromSeconds(2));
        await _clinic.SweepAsync();
        await _clinic.SweepAsync();

        Assert.Equal("+447700900123", Assert.Single(_clinic.Twilio.Taken).To);
    }

    [Fact]
    public async Task What_is_undone_in_time_is_told_to_nobody()
    {
        var booked = await BookAsync(Start);
        _clinic.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Null(await Desk.UndoAsync(booked, "Robin", default));

        _clinic.Clock.Advance(TimeSpan.FromMinutes(10));
        await _clinic.SweepAsync();
        Assert.Empty(_clinic.Twilio.Taken);
    }

    [Fact]
    public async Task A_course_that_is_undone_gives_back_each_of_its_times()
    {
        var booked = await BookAsync(Start, Start.AddDays(7), Start.AddDays(14));
        Assert.Equal(3, booked.Count);

        Assert.Null(await Desk.UndoAsync(booked, "Robin", default));

        await using var context = _clinic.Database.Open();
        Assert.Empty(await context.DiaryClaims.ToListAsync());
        Assert.Empty(await DiaryChecker.FaultsAsync(context, _clinic.Clock.UtcNow()));
    }

    private async Task<IReadOnlyList<Seen>> BookAsync(params DateTime[] starts)
    {
        var clinic = await _clinic.Services.GetRequiredService<Diary>().ClinicAsync(default);
        var amy = clinic.Practitioner("amy-patel")!;
        var (booked, refusal) = await Desk.BookAsync(
            new DeskBooking(
                null,
                new PatientDetails(PersonName.Parse("Jo Bloggs"), Telephone.Parse("07700 900123"), null),
                clinic.Treatment("sports-injury")!,
                [.. starts.Select(start => (start, amy))]),
            "Robin",
            default);
        Assert.Null(refusal);
        return booked;
    }
}
