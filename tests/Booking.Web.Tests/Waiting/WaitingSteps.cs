namespace Booking.Web.Tests;

/// <summary>What a patient does on the waiting list, one step a method.</summary>
internal static class WaitingSteps
{
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
        return await patient.PressAsync(
            form, "Join the waiting list", [("Full name", name), ("Mobile number", mobile), .. ticked]);
    }

    /// <summary>Asks to be told of something earlier with Cara than this appointment.</summary>
    public static async Task<Page> AskForEarlierAsync(this Visitor patient, Page booked, params (string Field, string Value)[] wishes)
    {
        var form = await patient.FollowAsync(booked, "Tell me if something earlier comes free");
        return await patient.PressAsync(
            form, "Join the waiting list", wishes.Length > 0 ? wishes : [(WaitingClinic.Cara, "")]);
    }

    public static async Task<Page> SayYesAsync(this Visitor patient, string link, params (string Field, string Value)[] answers) =>
        await patient.PressAsync(await patient.OpenAsync(link), "Yes, book it for me", answers);
}
