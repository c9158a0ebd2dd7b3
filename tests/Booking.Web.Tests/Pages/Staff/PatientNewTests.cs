using System.Net;
using Booking.Data;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Reception adds a patient after a look at whoever may be the same; families stay families.</summary>
public sealed class PatientNewTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    [Fact]
    public async Task Somebody_unlike_all_others_is_added_at_once_and_it_is_written_down_by_whom()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        var page = await AddAsync(desk, "Newton Nobody", "07700 900501", "3/4/1970");

        Assert.Matches("^/staff/patients/[0-9]+$", page.Address.AbsolutePath);
        Assert.Contains("Robin Receptionist: Added by the clinic", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Newton Nobody"], (await desk.FindAsync("newton")).Found());
    }

    [Theory]
    [InlineData("Child Shared", "07700 900502", "")]
    [InlineData("PARENT SHAREÐ", "07700 900777", "")]
    [InlineData("Parent Married", "07700 900777", "03/04/1960")]
    public async Task Whoever_may_be_the_same_is_shown_first_and_added_once_they_are_said_to_be_another(string name, string telephone, string born)
    {
        await using var small = new StaffedClinic();
        using var desk = await small.SignInAsync(StaffRole.Receptionist);
        await small.AddAsync(PatientSteps.Details("Parent Shared", "07700 900502", born: "3/4/1960"));

        var warned = await AddAsync(desk, name, telephone, born);

        Assert.Equal("/staff/patients/new", warned.Address.AbsolutePath);
        Assert.Contains("Is it this person?", warned.Text, StringComparison.Ordinal);
        Assert.Equal(["Parent Shared"], warned.Found());
        Assert.Equal(name, warned.Typed("Input.FullName"));

        var added = await desk.PressAsync(warned, "No, add a new patient");
        Assert.Contains(name, added.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await desk.FindAsync("parent")).Found().Count + (await desk.FindAsync("child")).Found().Count);
    }

    [Fact]
    public async Task Another_name_typed_meanwhile_is_looked_at_again()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        await clinic.AddAsync(PatientSteps.Details("First Finn", "07700 900504"));
        await clinic.AddAsync(PatientSteps.Details("Second Seth", "07700 900505"));
        var warned = await AddAsync(desk, "Third Theo", "07700 900504");

        var again = await desk.PressAsync(warned, "No, add a new patient", ("Full name", "Second Seth"));

        Assert.Equal("/staff/patients/new", again.Address.AbsolutePath);
        Assert.Contains("Second Seth", again.Found());
    }

    [Fact]
    public async Task Somebody_born_on_the_same_day_of_another_name_is_nobody_to_be_warned_of()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        await clinic.AddAsync(PatientSteps.Details("Twelfth Night", "07700 900506", born: "12/12/1912"));

        Assert.Matches("^/staff/patients/[0-9]+$", (await AddAsync(desk, "Quite Different", "07700 900507", "12/12/1912")).Address.AbsolutePath);
    }

    [Fact]
    public async Task Badly_filled_in_it_says_what_is_missing_and_keeps_the_rest()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        var page = await AddAsync(desk, "Only Olive", "");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("Enter a telephone number", page.Text, StringComparison.Ordinal);
        Assert.Equal("Only Olive", page.Typed("Input.FullName"));
        Assert.Empty((await desk.FindAsync("olive")).Found());
    }

    [Theory]
    [InlineData(StaffRole.Receptionist, "Panel Pat", "pánel pat", "07700 900508")]
    [InlineData(StaffRole.Practitioner, "Panel Pål", "panel pal", "07700 900509")]
    public async Task The_diarys_panel_is_told_who_may_be_the_same_while_somebody_types(
        StaffRole role, string known, string typed, string mobile)
    {
        using var desk = await clinic.SignInAsync(role);
        await clinic.AddAsync(PatientSteps.Details(known, mobile));

        Assert.Equal([known], await NamesAsync(("name", ""), ("telephone", mobile)));
        Assert.Equal([known], await NamesAsync(("name", typed), ("telephone", "07")));
        Assert.Empty(await NamesAsync(("name", "Pan"), ("telephone", "07")));
        Assert.Empty(await NamesAsync());

        async Task<IEnumerable<string>> NamesAsync(params (string, string)[] fields) =>
            (await desk.LinesAsync("/staff/patients/likely", fields)).Select(line => line.Name);
    }

    private static async Task<Page> AddAsync(Visitor desk, string name, string telephone, string born = "") => await desk.PressAsync(
        await desk.OpenAsync("/staff/patients/new"),
        "Add the patient",
        ("Full name", name), ("Telephone", telephone), ("Date of birth (optional)", born));
}
