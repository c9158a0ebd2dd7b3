using System.Diagnostics.CodeAnalysis;
using System.Net.Mail;

namespace Booking;

/// <summary>How somebody would like to be answered: an e-mail address or a telephone number, whichever they typed.</summary>
public readonly record struct ReplyTo
{
    public const int Longest = 254;

    private ReplyTo(string text, string link)
    {
        Text = text;
        Link = link;
    }

    /// <summary>As typed, without spaces around it.</summary>
    public string Text { get => field ?? ""; }

    /// <summary>What a press on it opens: "mailto:..." or "tel:...".</summary>
    public string Link { get => field ?? ""; }

    public static bool TryParse([NotNullWhen(true)] string? typed, out ReplyTo replyTo)
    {
        replyTo = default;
        var text = (typed ?? "").Trim();
        if (text.Length > Longest || LinkTo(text) is not { } link)
        {
            return false;
        }

        replyTo = new ReplyTo(text, link);
        return true;
    }

    public override string ToString() => Text;

    private static string? LinkTo(string text)
    {
        if (Telephone.TryParse(text, out var telephone))
        {
            return $"tel:{telephone.Text}";
        }

        return IsEmail(text) ? $"mailto:{Uri.EscapeDataString(text)}" : null;
    }

    // Whatever passes as an address and is not "Somebody <somebody@example.com>", a quoted oddity or a computer at home.
    public static bool IsEmail(string text) => MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && !text.Contains('"')
        && address.Host.Trim('.').Contains('.');
}
