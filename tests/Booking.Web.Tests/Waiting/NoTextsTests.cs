using System.Net;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>A clinic that has nothing to text with keeps no time for people who could never be told of it.</summary>
public sealed class NoTextsTests(TestClinic clinic) : ClinicTests(clinic)
{
    [Fact]
    public async Task Nothing_is_held_or_offered_and_reception_sees_why()
    {
        Clinic.WindTo(WaitingClinic.Ten);
        var (place, refusal) = await JoinAsync("Rita Desk");
        Assert.Null(refusal);
        await FreeAishasWeekAsync();
        var list = Clinic.Services.GetRequiredService<WaitingList>();
        using var desk = await Clinic.SignInAsync();

        Assert.Equal(0, await list.GoRoundAsync(default));

        var aisha = (await Clinic.Services.GetRequiredService<Diary>().ClinicAsync(default)).Practitioner("aisha-khan")!;
        Assert.Contains(
            "No texts are set up", (await list.OfferAsync(place, aisha, new(2026, 11, 25, 9, 0, 0), "Rita Desk", default))!.Words, StringComparison.Ordinal);
        Assert.Equal(0, await Clinic.LookAsync(context => context.Holds.CountAsync()));
        foreach (var address in new[] { "/staff/waiting", $"/staff/waiting/{place}" })
        {
            var page = await desk.OpenAsync(address);
            Assert.Contains("No texts are set up, so nobody can be asked about a time", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Offer a time now", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Patients_are_promised_no_text_and_cannot_join_by_themselves()
    {
        using var jo = Clinic.Visit();

        Assert.Equal(HttpStatusCode.NotFound, (await jo.OpenAsync("/book/sports-injury/wait")).Status);
        Assert.DoesNotContain("waiting list", (await jo.OpenAsync("/book/sports-injury")).Text, StringComparison.Ordinal);
        var appointment = await jo.ComeBackAsync(Clinic, await jo.BookAsync("2026-11-26 09:00"));
        Assert.DoesNotContain("Tell me if something earlier comes free", appointment.Text, StringComparison.Ordinal);
        var earlier = await jo.OpenAsync($"{appointment.Address.AbsolutePath}/earlier");
        Assert.Equal(appointment.Address.AbsolutePath, earlier.Address.AbsolutePath);
        Assert.Equal(
            "Nobody can join the waiting list online at the moment. Please ring us.",
            (await JoinAsync(AppointmentEvent.ByPatient)).Refusal!.Words);
    }

    private async Task<(int Place, Refusal? Refusal)> JoinAsync(string by)
    {
        var setUp = await Clinic.Services.GetRequiredService<Diary>().ClinicAsync(default);
        var wishes = new Wishes([], [], [], new(2026, 11, 23), new(2026, 12, 23));
        var who = new PatientDetails(PersonName.Parse("Jo Bloggs"), Telephone.Parse("07700 900123"), null);
        var wish = new WaitingWish(setUp.Treatment("sports-injury")!, wishes, who, null, null);
        return await Clinic.Services.GetRequiredService<WaitingList>().JoinAsync(wish, by, default);
    }

    // A while after whoever waits had joined.
    private Task FreeAishasWeekAsync() => Clinic.ChangeAsync(async context =>
    {
        var aisha = await context.Practitioners.Where(p => p.Slug == "aisha-khan").Select(p => p.Id).SingleAsync();
        var away = new Block { PractitionerId = aisha, From = new(2026, 11, 23), Until = new(2026, 11, 29), Reason = "Away" };
        away.Remove(new Signature("Rita Desk", Clinic.Clock.UtcNow().AddMinutes(1)));
        context.Add(away);
        Clinic.Clock.Advance(TimeSpan.FromMinutes(5));
    });
}
