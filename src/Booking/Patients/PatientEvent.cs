namespace Booking;

/// <summary>One line of a patient's history: who did or changed what, when, and from what to what.</summary>
public sealed class PatientEvent
{
    public const int WhatLength = 160;

    /// <summary>The longest of the details that can be changed.</summary>
    public const int DetailLength = Patient.NotesLength;

    public int Id { get; init; }

    public int PatientId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The member of staff by name.</summary>
    public required string Who { get; init; }

    public required string What { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }
}
