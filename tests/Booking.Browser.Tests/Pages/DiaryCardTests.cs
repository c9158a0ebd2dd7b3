using Booking.Data;
using Booking.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>What can be read on an appointment's card, however small it is.</summary>
public sealed class DiaryCardTests(Chromium chromium, StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    // Of a line or a part of it that is not shown whole, nothing may be shown.
    private const string HalfCut =
        """
        () => [...document.querySelectorAll(".ec-event.appt:not(.ec-preview)")].flatMap(card => {
          const edge = card.querySelector(".card-lines").getBoundingClientRect();
          return [...card.querySelectorAll(".line > *")].filter(part => {
            const [line, { top, bottom, left, right, width }] = [part.parentElement.getBoundingClientRect(), part.getBoundingClientRect()];
            const isShown = width > 0 && top < line.bottom - 1 && left < edge.right - 1;
            return isShown && (bottom > line.bottom + 1 || right > edge.right + 1 || line.bottom > edge.bottom + 1);
          }).map(part => `${part.className}: ${part.textContent}`);
        })
        """;

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task The_shortest_card_says_who_how_far_that_it_is_doubled_and_that_somebody_must_ring(int width)
    {
        var booked = await clinic.BookAsync("Short Shirin Featherstonehaugh", new(width == 390 ? 13 : 11, 0), $"07700 90{width:0000}");
        await clinic.TextBecomesAsync(booked, MessageKind.Confirmation, MessageState.Failed, WhyNotSent.Landline);
        await clinic.RememberAsync(async context =>
        {
            await context.Appointments.Where(a => a.Id == booked.Id).ExecuteUpdateAsync(row => row
                .SetProperty(a => a.Minutes, 15).SetProperty(a => a.Lane, 1).SetProperty(a => a.Overruled, "Twins"));
            await context.ChangeDatesAsync([booked.Date], default);
            return await context.SaveChangesAsync();
        });
        await using var window = await chromium.AtTheDeskAsync(clinic, width == 390 ? Screen.Phone : Screen.Desk);
        var page = window.Page;

        await page.OpenDiaryAsync("/staff/diary/2026-11-24");

        var card = page.Card("Short Shirin");
        foreach (var part in new[] { ".name", ".status", ".tag.past", ".tag.ring" })
        {
            await Assertions.Expect(card.Locator(part)).ToBeInViewportAsync(new() { Ratio = 0.9f });
        }

        await card.SaysAsync("Double booking");
        await card.SaysAsync("Booked");
        await card.SaysAsync("Confirmation failed");
        Assert.Empty(await page.EvaluateAsync<string[]>(HalfCut));
        await window.PhotographAsync("diary-short");
        await clinic.TidyAsync(booked.Id);
    }

    [Theory]
    [InlineData(1440, 12)]
    [InlineData(390, 5)]
    public async Task No_line_of_a_card_is_half_cut(int width, int practitioners)
    {
        await using var busy = new StaffedClinic();
        await using var window = await chromium.AtTheDeskAsync(busy, new Screen(width, 900));
        await busy.RememberAsync(async context =>
        {
            await FullDay.WriteAsync(context, StaffedClinic.Tomorrow, practitioners, each: 12);
            return await context.Appointments.Where(a => a.Id % 3 == 0).ExecuteUpdateAsync(row => row.SetProperty(a => a.Minutes, 30));
        });

        await window.Page.OpenDiaryAsync("/staff/diary/2026-11-24");

        await Assertions.Expect(window.Page.Locator(".ec-event.appt")).ToHaveCountAsync(practitioners * 12);
        Assert.Empty(await window.Page.EvaluateAsync<string[]>(HalfCut));
        await window.PhotographAsync("diary-cards");
    }
}
