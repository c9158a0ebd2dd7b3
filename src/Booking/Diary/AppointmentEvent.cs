namespace Booking;

/// <summary>One line of an appointment's history: who did what, and when.</summary>
public sealed class AppointmentEvent
{
    public const int WhoLength = 100;
    public const int WhatLength = 200;

    /// <summary>Who is meant when it was the patient, through the site.</summary>
    public const string ByPatient = "patient";

    public int Id { get; init; }

    public int AppointmentId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required string Who { get; init; }

    public required string What { get; init; }
}
