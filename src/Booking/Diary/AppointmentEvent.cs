namespace Booking;

/// <summary>One line of an appointment's history: who did what, and when.</summary>
public sealed class AppointmentEvent
{
    public const int WhoLength = 100;
    public const int WhatLength = 200;
    public const int SaidLength = Appointment.NoteLength;
    public const int StateLength = 4000;

    /// <summary>Who is meant when it was the patient, through the site.</summary>
    public const string ByPatient = "patient";

    /// <summary>What happened when it was put elsewhere.</summary>
    public const string Moved = "Moved";

    public int Id { get; init; }

    public int AppointmentId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required string Who { get; init; }

    public required string What { get; init; }

    /// <summary>The same for all that was done with it, to other appointments too; null where it was done alone.</summary>
    public Guid? Series { get; init; }

    /// <summary>What it was before, where that can be said in a line; or null.</summary>
    public string? From { get; init; }

    /// <summary>What it is since then, where that can be said in a line; or null.</summary>
    public string? To { get; init; }

    /// <summary>The whole appointment as it was before, so that this can be undone; null for what cannot be.</summary>
    public AppointmentState? Before { get; init; }
}
