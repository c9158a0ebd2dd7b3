namespace Booking;

/// <summary>A reason the clinic says no, in words a patient can act on.</summary>
public sealed record Refusal(string Words)
{
    /// <summary>Whether nothing was wrong with what was asked: it is only not to be had any more.</summary>
    public bool LostARace => this == Taken || this == NoRoom || this == CannotComeThen;

    /// <summary>Whether another time would help.</summary>
    public bool IsAboutTheTime => this != TooManyOpen && this != NotOffered && this != CheckNeeded;

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
    public static readonly Refusal TooLateToMove = new("It is too late to move this appointment here. Please ring us.");
    public static readonly Refusal MovedEnough = new($"You have moved this appointment {Appointment.MovesADay} times within a day. To move it again, please ring us.");
    public static readonly Refusal ChangedMeanwhile = new("Somebody has just changed this appointment. Look at it again before you go on.");

    // What the desk is told, who may know who is in the way.
    public static readonly Refusal Past = new("That time is over.");
    public static readonly Refusal HasBegun = new("This appointment has begun or is over. Mark it as attended or not, instead.");
    public static readonly Refusal HasArrived = new("The patient has arrived. Take the mark off before you cancel.");
    public static readonly Refusal Archived = new("That treatment is no longer given.");
    public static readonly Refusal CannotMove = new("This appointment is over or cancelled, so it stays where it is.");
    public static readonly Refusal IsCancelled = new("This appointment is cancelled. Restore it first.");
    public static readonly Refusal NotYet = new("This appointment has not begun yet.");
    public static readonly Refusal NotToday = new("This appointment is not today.");
    public static readonly Refusal OddLength = new("Make it 5 to 480 minutes long, in steps of 5.");
    public static readonly Refusal NobodyWaits = new("Nobody is kept waiting by that: there are no more appointments today, or a gap makes up for it.");
    public static readonly Refusal NothingToUndo = new("There is nothing to undo.");
    public static readonly Refusal PatientElsewhere = new("The patient has another appointment at that time.");
    public static readonly Refusal NotYourColumn = new("You can change your own column only. Ask reception.");
    public static readonly Refusal NoSuchPatient = new("That patient is not to be found any more. Look for them again.");
    public static readonly Refusal BetweenTicks = new("Times are in steps of 5 minutes.");
    public static readonly Refusal EndsTooSoon = new("It must end after it begins.");
    public static readonly Refusal AllOver = new("That time is over already.");
    public static readonly Refusal TooLong = new("Make it 92 days or less; for longer, change when they work.");
    public static readonly Refusal TooOften = new("It can come 1 to 60 times.");
    public static readonly Refusal TooMuchAtOnce = new("That is too much at once. Take fewer people, or make it fewer times.");
    public static readonly Refusal YearsAhead = new("That is more than two years ahead. Look at the year.");
    public static readonly Refusal SavedBefore = new("This form has been saved before. Open the page again for something new.");
    public static readonly Refusal BlockedAlready = new("That very time is blocked already.");
    public static readonly Refusal VisitsOverlap = new("Two of these visits overlap.");
    public static readonly Refusal RunsIntoItself = new("It is too long to come again that soon.");
    public static readonly Refusal AppointmentsInTheWay = new("There are appointments in the way.");
    public static readonly Refusal PlanHasChanged = new("Somebody has booked or changed something meanwhile. Nothing is saved: look again.");
    public static readonly Refusal NoSuchBlock = new("Somebody has removed this already.");
    public static readonly Refusal MayNotOverrule = new("You may not book past the rules of the diary. Ask somebody who may.");

    // About a text that a person wants to send again, or has seen to.
    public static readonly Refusal TextHasMovedOn = new("Something has just happened to this text. Look at it again.");
    public static readonly Refusal TextIsUntrue = new("What this text says is no longer so. It is not sent again.");
    public static readonly Refusal TooLateToText = new("It is too late for this text. Ring them.");
    public static readonly Refusal NoMobile = new("Their number is not a UK mobile. Correct it first, or ring them.");
    public static readonly Refusal NumberTakesNoTexts = new("Their number takes no texts. Correct it first, or ring them.");
    public static readonly Refusal SwitchedOff = new("The settings say that no such messages go. Ring them, or switch it on first.");
    public static readonly Refusal WantsNoTexts = new("They have asked for no texts. Ring them.");

    /// <summary>The same refusal, in words that say who or what is in the way.</summary>
    public Refusal Because(string words) => new(words) { Case = General };

    /// <summary>Whether somebody at the desk who has the right and a reason can do it all the same.</summary>
    public bool CanBeOverruled => General == Taken || General == NoRoom || General == Closed || General == OutsideHours;

    /// <summary>The refusal of which this is a case, or itself.</summary>
    public Refusal General => Case ?? this;

    private Refusal? Case { get; init; }

    /// <summary>In words that name nobody.</summary>
    public override string ToString() => General.Words;
}
