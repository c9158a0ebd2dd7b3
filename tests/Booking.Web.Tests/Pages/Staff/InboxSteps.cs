using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Booking.Web.Tests;

/// <summary>What patients text to the clinic, and how reception finds it.</summary>
internal static class InboxSteps
{
    /// <summary>A patient texts this from this telephone; what is answered at once, or null.</summary>
    public static Task<string?> TextsAsync(this StaffedClinic clinic, string mobile, string words, string? sid = null) =>
        clinic.Services.GetRequiredService<TextReceiving>()
            .ReceiveAsync(sid ?? TwilioCalls.NewSid(), Telephone.Parse(mobile).Text, words, wish: null, default);

    public static Task<List<ReceivedText>> ReceivedAsync(this StaffedClinic clinic, string mobile) =>
        clinic.RememberAsync(context => context.ReceivedTexts.AsNoTracking()
            .Where(text => text.From == Telephone.Parse(mobile).Text).OrderBy(text => text.Id).ToListAsync());

    public static Task<List<Message>> NotesAsync(this StaffedClinic clinic, int patient) =>
        clinic.RememberAsync(context => context.Messages.AsNoTracking().Where(message => message.PatientId == patient).ToListAsync());

    public static string Texts(int patient) => $"/staff/patients/{patient}/texts";

    /// <summary>Whose threads are listed, in their order.</summary>
    public static List<string> Listed(this Page inbox) =>
        [.. inbox.Document.QuerySelectorAll("main .slip h2").Select(title => title.TextContent.Trim())];

    /// <summary>The words of a thread, the latest first, as they stand on the page.</summary>
    public static List<string> Said(this Page thread) =>
        [.. thread.Document.QuerySelectorAll(".thread > li > blockquote:not(.ours)").Select(words => words.TextContent)];

    /// <summary>What the header says is to be read.</summary>
    public static string? ToRead(this Page page) =>
        page.Document.QuerySelector("header a[href='/staff/inbox'] .count")?.TextContent;
}
