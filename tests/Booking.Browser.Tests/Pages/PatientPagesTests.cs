using Booking.Data;
using Booking.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>Reception finds, adds, changes and joins patients, on a phone and at a desk, with JavaScript or without.</summary>
public sealed class PatientPagesTests(Chromium chromium, StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    private const string Hard = "Ann-Sophie <b>Wolfeschlegelsteinhausenbergerdorff</b> 🌻 & שרה כהן-לוי";

    public static TheoryData<Screen, bool> Windows { get; } = new()
    {
        { Screen.Phone, true },
        { Screen.Phone, false },
        { Screen.Desk, true },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Reception_finds_a_patient_changes_the_details_and_joins_two_records(Screen screen, bool javaScript)
    {
        await using var small = new StaffedClinic();
        var kept = await FillAsync(small);
        await using var window = await chromium.AtTheDeskAsync(small, screen, javaScript: javaScript);
        var page = window.Page;

        await page.GotoAsync("/staff/patients");
        await SeesAsync("patients");
        await PressAsync("Find");
        await SeesAsync("patients-too-little");
        await page.GetByLabel("Find a patient").FillAsync("sha");
        await PressAsync("Find");
        await SeesAsync("patients-found");
        await page.GetByRole(AriaRole.Link, new() { Name = "Olivia Shaw" }).ClickAsync();
        await SeesAsync("patient");
        await page.GetByRole(AriaRole.Link, new() { Name = "Change details" }).ClickAsync();
        await page.GetByLabel("Telephone").FillAsync("12");
        await PressAsync("Save");
        await SeesAsync("patient-details-wrong");
        await page.GetByLabel("Telephone").FillAsync("07700 900 999");
        await page.GetByLabel("Notes for reception").FillAsync("Deaf in the left ear.\nPrefers Amy.");
        await PressAsync("Save");
        await page.GetByRole(AriaRole.Link, new() { Name = "This is the same person as" }).ClickAsync();
        await page.GetByLabel("Find a patient").FillAsync("shaw");
        await PressAsync("Find");
        await SeesAsync("patient-same");
        await page.GetByRole(AriaRole.Link, new() { Name = "Compare with Liv Shaw" }).ClickAsync();
        await SeesAsync("patient-merge");
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, make them one" }).ClickAsync();
        await SeesAsync("patient-merged");
        await page.GetByRole(AriaRole.Link, new() { Name = "Liv Shaw" }).ClickAsync();
        await SeesAsync("patient-gone");
        await PressAsync("Undo: they are two people");

        await Assertions.Expect(page).ToHaveURLAsync(new Uri(small.Address, $"/staff/patients/{kept}").AbsoluteUri);
        await Assertions.Expect(page.GetByText("No longer joined with the record of Liv Shaw")).ToBeVisibleAsync();
        window.AssertNothingWentWrong();

        Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

        Task SeesAsync(string name) => LooksRightAsync(window, javaScript ? name : $"{name}-without-script", javaScript);
    }

    [Fact]
    public async Task A_name_that_is_long_in_three_scripts_and_a_note_of_a_thousand_letters_keep_the_layout()
    {
        var hard = await AddAsync(clinic, Hard, "07700 900002", notes: new string('W', 500) + "\n" + string.Concat(Enumerable.Repeat("שלום ", 99)));
        foreach (var screen in new[] { Screen.Narrow, Screen.Phone, Screen.Desk })
        {
            await using var window = await chromium.AtTheDeskAsync(clinic, screen);

            await window.Page.GotoAsync($"/staff/patients/{hard.Id}");

            await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = Hard })).ToBeVisibleAsync();
            await LooksRightAsync(window, "patient-hard", axe: true);
            window.AssertNothingWentWrong();
        }
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task A_new_patient_who_may_be_known_is_shown_to_be_so(Screen screen, bool javaScript)
    {
        await using var small = new StaffedClinic();
        await FillAsync(small);
        await using var window = await chromium.AtTheDeskAsync(small, screen, javaScript: javaScript);
        var page = window.Page;
        await page.GotoAsync("/staff/patients/new");
        await page.GetByLabel("Full name").FillAsync("Noah Shaw");
        await page.GetByLabel("Telephone").FillAsync("07700900123");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the patient" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Is it this person?")).ToBeVisibleAsync();
        await LooksRightAsync(window, javaScript ? "patient-likely" : "patient-likely-without-script", javaScript);
        await page.GetByRole(AriaRole.Button, new() { Name = "No, add a new patient" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Noah Shaw" })).ToBeVisibleAsync();
        window.AssertNothingWentWrong();
    }

    private static async Task<int> FillAsync(StaffedClinic clinic)
    {
        var booked = await clinic.BookAsync("Olivia Shaw", new TimeOnly(9, 0));
        await clinic.BookAsync("Olivia Shaw", new DateOnly(2026, 12, 1), new(9, 15));
        await clinic.RememberAsync(context => context.Appointments.Where(a => a.Id == booked.Id).ExecuteUpdateAsync(row => row
            .SetProperty(a => a.Date, new DateOnly(2026, 11, 16)).SetProperty(a => a.Status, AppointmentStatus.DidNotAttend)));
        await clinic.TextBecomesAsync(booked, MessageKind.Confirmation, MessageState.Delivered, why: null);
        await clinic.BookAsync("Liv Shaw", new TimeOnly(10, 0), "07700 900456");
        return booked.PatientId;
    }

    private static Task<Patient> AddAsync(StaffedClinic clinic, string name, string telephone, string notes) =>
        clinic.Services.GetRequiredService<Patients>().AddAsync(
            new ContactDetails(PersonName.Parse(name), Telephone.Parse(telephone), "ann@example.com", new DateOnly(1980, 4, 3), notes),
            "Rita Desk",
            default);

    private static async Task LooksRightAsync(Window window, string name, bool axe)
    {
        await window.PhotographAsync(name);
        await window.AssertFitsAcrossAsync();
        if (axe)
        {
            await window.AssertNoBarrierAsync();
        }
    }
}
