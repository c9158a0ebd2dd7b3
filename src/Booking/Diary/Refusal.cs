namespace Booking;

/// <summary>A reason the clinic says no, in words a patient can act on.</summary>
public sealed record Refusal(string Words)
{
    /// <summary>Whether nothing was wrong with what was asked: it is only not to be had any more.</summary>
    public bool LostARace => this == Taken || this == NoRoom || this == CannotComeThen;

    public static readonly Refusal Taken = new("That time has just been taken.");
    public static readonly Refusal NoRoom = new("All the rooms for this treatment are in use at that time.");
    public static readonly Refusal OffGrid = new("Appointments do not start at that minute. Choose one of the times shown.");
    public static readonly Refusal TooSoon = new("That time is too soon to book online, or has passed. Choose a later time, or ring us.");
    public static readonly Refusal TooFar = new("That day is too far ahead to book yet.");
    public static readonly Refusal Closed = new("The clinic is closed on that day.");
    public static readonly Refusal OutsideHours = new("That practitioner does not work at that time. Choose one of the times shown.");
    public static readonly Refusal NotGiven = new("That practitioner does not give this treatment.");
    public static readonly Refusal NotOffered = new("That treatment cannot be booked online. Please ring us.");
    public static readonly Refusal CheckNeeded = new("Please answer the safety questions before you book.");

    // Says nothing of what the clinic knows about the person: anybody can type anybody's name and number.
    public static readonly Refusal CannotComeThen = new("We cannot book that time for you. Please choose another time, or ring us.");
    public static readonly Refusal TooManyOpen = new("We cannot take more bookings online for that number. Please ring us.");

    public static readonly Refusal AlreadyOver = new("This appointment has started or is over, so it cannot be changed here. Please ring us.");
    public static readonly Refusal ChangedMeanwhile = new("Somebody has just changed this appointment. Look at it again before you go on.");
}
