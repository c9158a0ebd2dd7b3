using Booking.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The calendar file of an e-mail: a move changes the patient's calendar, a cancellation takes it out.</summary>
public sealed class CalendarEmailTests : IAsyncLifetime
{
    private static readonly DateTime Thursday = new(2026, 11, 26, 9, 15, 0);

    private readonly MailedClinic _clinic = new();

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task A_move_updates_it_and_a_cancellation_removes_it()
    {
        var booked = await _clinic.BookAsync(Thursday, ToldBy.Email);
        await _clinic.SweepAsync();
        await MoveAsync(booked, Thursday.AddHours(2));
        await _clinic.SweepAsync();
        Assert.Null(await _clinic.Desk.CancelAsync(await _clinic.SeenAsync(booked), "rang", "Rosa Desk", default));
        _clinic.Clock.Advance(TimeSpan.FromMinutes(5));
        await _clinic.SweepAsync();

        var files = _clinic.Mail.Taken.Select(MailedClinic.Calendar).ToList();
        Assert.Equal(["REQUEST", "REQUEST", "CANCEL"], files.Select(file => file.Method));
        Assert.Single(files.Select(file => file.Visit.Uid).Distinct());
        Assert.Equal([0, 1, 2], files.Select(file => file.Visit.Sequence));
        Assert.Equal(["CONFIRMED", "CONFIRMED", "CANCELLED"], files.Select(file => file.Visit.Status));
        Assert.Equal(ClinicTime.ToUtc(Thursday.AddHours(2)), files[1].Visit.Start!.AsUtc);
        Assert.All(files, file => Assert.Equal("mailto:jo@example.com", Assert.Single(file.Visit.Attendees).Value!.OriginalString));
        Assert.All(files, file => Assert.NotNull(file.Visit.Organizer));
    }

    [Theory]
    [InlineData(ToldBy.Email, 0)]
    [InlineData(ToldBy.Both, 1)]
    public async Task A_cancellation_by_text_takes_it_out_too_and_only_the_answer_is_texted(ToldBy by, int texts)
    {
        var booked = await _clinic.BookAsync(Thursday, by);
        await _clinic.SweepAsync();
        var answer = await _clinic.Services.GetRequiredService<TextReceiving>()
            .ReceiveAsync(TwilioCalls.NewSid(), "+447700900123", "2", wish: null, default);

        await _clinic.SweepAsync();
        await _clinic.SweepAsync();

        Assert.Contains("is cancelled", answer, StringComparison.Ordinal);
        Assert.Equal(texts, _clinic.Twilio.Taken.Count);
        var files = _clinic.Mail.Taken.Select(MailedClinic.Calendar).ToList();
        Assert.Equal(["REQUEST", "CANCEL"], files.Select(file => file.Method));
        Assert.Single(files.Select(file => file.Visit.Uid).Distinct());
        Assert.Equal(MessageState.Sent, (await _clinic.MessageAsync(booked, MessageKind.Cancelled)).State);
        Assert.Contains("is cancelled", (await _clinic.EmailAsync(booked, MessageKind.Cancelled))!.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-03-26 09:00", "2027-03-26 09:00Z")] // the last Friday of winter
    [InlineData("2027-03-29 09:00", "2027-03-29 08:00Z")] // the clocks have gone forward
    public async Task It_opens_at_the_clinics_time_on_both_sides_of_a_change_of_the_clocks(string wall, string utc)
    {
        await _clinic.BookAsync(DateTime.Parse(wall, System.Globalization.CultureInfo.InvariantCulture), ToldBy.Email);
        await _clinic.SweepAsync();

        var email = Assert.Single(_clinic.Mail.Taken);
        Assert.Contains("9:00am", email.Subject, StringComparison.Ordinal);
        Assert.Equal(
            DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime,
            MailedClinic.Calendar(email).Visit.Start!.AsUtc);
    }

    private async Task MoveAsync(int booked, DateTime to)
    {
        var clinic = await _clinic.Services.GetRequiredService<Diary>().ClinicAsync(default);
        await using var context = _clinic.Database.Open();
        var with = clinic.Practitioner((await context.Appointments.FindAsync(booked))!.PractitionerId)!;
        Assert.Null(await _clinic.Desk.MoveAsync(await _clinic.SeenAsync(booked), new MoveWish(with, to), "Rosa Desk", default));
        _clinic.Clock.Advance(TimeSpan.FromMinutes(5));
    }
}
