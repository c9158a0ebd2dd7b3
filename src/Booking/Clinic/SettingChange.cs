namespace Booking;

/// <summary>One line of the settings' history: who set what, from what to what, and when.</summary>
public sealed class SettingChange
{
    public const int WhatLength = 60;

    /// <summary>The longest value is an e-mail address.</summary>
    public const int ValueLength = 254;

    public const int WhoLength = 100;

    public int Id { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required string Who { get; init; }

    public required string What { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }
}
