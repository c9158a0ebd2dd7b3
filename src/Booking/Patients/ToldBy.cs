namespace Booking;

/// <summary>How a patient likes to be told about their appointments.</summary>
public enum ToldBy
{
    Text,

    /// <summary>By e-mail in place of texts, as long as the clinic has an address.</summary>
    Email,

    /// <summary>By both, one beside the other.</summary>
    Both,
}

public static class ToldByWords
{
    public static string Said(this ToldBy choice) => choice switch
    {
        ToldBy.Text => "text",
        ToldBy.Email => "e-mail",
        ToldBy.Both => "text and e-mail",
    };
}
