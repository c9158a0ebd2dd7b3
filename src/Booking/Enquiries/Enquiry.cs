namespace Booking;

/// <summary>A question that somebody asked on the site, kept with who answered it and when.</summary>
public sealed class Enquiry
{
    public const int PageLength = 60;
    public const int NameLength = 100;
    public const int QuestionLength = 2000;
    public const int FormIdBytes = 16;
    public const int HandledByLength = 100;

    public int Id { get; private init; }

    /// <summary>Where it was asked, for example "sciatica".</summary>
    public required string FromPage { get; init; }

    public required string Name { get; init; }

    /// <summary>An e-mail address or a telephone number, as typed.</summary>
    public required string ReplyTo { get; init; }

    public required string Question { get; init; }

    /// <summary>Which form was sent: pressed twice, it is still one question.</summary>
    public required byte[] FormId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>UTC; null as long as nobody has dealt with it.</summary>
    public DateTime? HandledAt { get; private set; }

    public string? HandledBy { get; private set; }

    /// <summary>Dealt with. Whoever was first stays in the record.</summary>
    public void Handle(string who, DateTime utcNow)
    {
        if (HandledAt is null)
        {
            HandledAt = utcNow;
            HandledBy = who;
        }
    }
}
