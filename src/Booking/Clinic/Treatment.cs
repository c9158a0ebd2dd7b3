namespace Booking;

/// <summary>What can be booked: "Sciatica or back pain, first visit, 45 minutes, £58".</summary>
public sealed class Treatment
{
    public int Id { get; init; }

    public required string Slug { get; set; }

    public required string Name { get; set; }

    public int ServiceId { get; set; }

    public Service Service { get; set; } = null!;

    /// <summary>How long the patient is there; a multiple of 5.</summary>
    public required int Minutes { get; set; }

    /// <summary>How long practitioner and room need afterwards; a multiple of 5.</summary>
    public int TurnaroundMinutes { get; set; }

    public required int PricePence { get; set; }

    /// <summary>The kind of room it needs, or null if it needs none.</summary>
    public string? RoomKind { get; set; }

    /// <summary>Whether somebody the clinic has not seen before may book it.</summary>
    public bool OpenToNewPatients { get; set; } = true;

    /// <summary>Whether patients may book it themselves; reception always may.</summary>
    public bool BookableOnline { get; set; } = true;

    /// <summary>No longer given: kept for the appointments that had it.</summary>
    public bool Archived { get; set; }

    public List<Practitioner> Practitioners { get; init; } = [];

    public bool OfferedOnline => BookableOnline && !Archived;
}
