namespace Booking.Web.Tests;

/// <summary>What a patient does on the waiting list, one step a method.</summary>
internal static class WaitingSteps
{
    private const string Join = "Join the waiting list";

    /// <summary>Joins for a time with Cara, unless something else is ticked.</summary>
    public static async Task<Page> JoinAsync(
        this Visitor patient,
        string name = "Jo Bloggs",
        string mobile = BookingSteps.Mobile,
        string treatment = "sports-injury",
        params (string Field, string Value)[] wishes)
    {
        await patient.TimesAsync(treatment); // past the safety questions, where there are any
        var form = await patient.OpenAsync($"/book/{treatment}/wait");
        (string, string)[] ticked = wishes.Length > 0 ? wishes : [(WaitingClinic.Cara, "")];
        return await patient.AllTheSameAsync(await patient.PressAsync(
            form, Join, [("Full name", name), ("Mobile number", mobile), .. ticked]));
    }

    /// <summary>Asks to be told of something earlier with Cara than this appointment.</summary>
    public static async Task<Page> AskForEarlierAsync(
        this Visitor patient, TestClinic clinic, Page booked, params (string Field, string Value)[] wishes)
    {
        var form = await patient.FollowAsync(await patient.ComeBackAsync(clinic, booked), "Tell me if something earlier comes free");
        return await patient.AllTheSameAsync(
            await patient.PressAsync(form, Join, wishes.Length > 0 ? wishes : [(WaitingClinic.Cara, "")]));
    }

    // Whoever is shown what is free now wants none of it.
    private static async Task<Page> AllTheSameAsync(this Visitor patient, Page page) =>
        page.Text.Contains("Free now", StringComparison.Ordinal) ? await patient.PressAsync(page, Join) : page;

    public static async Task<Page> SayYesAsync(this Visitor patient, string link, params (string Field, string Value)[] answers) =>
        await patient.PressAsync(await patient.OpenAsync(link), "Yes, book it for me", answers);
}
