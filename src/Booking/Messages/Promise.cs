namespace Booking;

/// <summary>By which ways a patient is told about their appointments, as their wish, their telephone and the clinic allow.</summary>
/// <param name="Telephone">Theirs: of it a page says the last digits, so that whoever has mistyped it can notice.</param>
/// <param name="Email">Where e-mails go; null where none do.</param>
/// <param name="NoTexts">Why no text reaches them, or null where it does.</param>
public readonly record struct Promise(Telephone Telephone, bool ByText, string? Email, WhyNotSent? NoTexts)
{
    /// <summary>Whether nothing reaches them but a call.</summary>
    public bool IsNone => !ByText && Email is null;

    /// <param name="appointment">The one with which an address may have been given; null where there is none yet.</param>
    /// <param name="refused">What the network has said about the patient's telephone.</param>
    /// <param name="sendsEmails">Whether the clinic has a mail server.</param>
    public static Promise To(Patient patient, Appointment? appointment, WhyNotSent? refused, bool sendsEmails)
    {
        var telephone = Telephone.Parse(patient.Telephone);
        var noTexts = Message.WhyNoTexts(patient, refused);
        var email = sendsEmails ? Message.EmailOf(appointment, patient) : null;
        if (email is not null && Message.IsRatherAnEmail(patient, noTexts))
        {
            return new(telephone, ByText: false, email, noTexts);
        }

        return new(telephone, noTexts is null, noTexts is not null || patient.ToldBy == ToldBy.Both ? email : null, noTexts);
    }

    /// <summary>The same for somebody who is not known to be the patient, by nothing but a telephone and an address.</summary>
    public static Promise ToWhoever(Telephone telephone, string? email, bool sendsEmails) => telephone.IsTextable
        ? new(telephone, ByText: true, Email: null, NoTexts: null)
        : new(telephone, ByText: false, sendsEmails ? email : null, WhyNotSent.NotTextable);

    /// <summary>What the patient can count on, in words for them, as the appointment's messages stand.</summary>
    /// <param name="clinic">The clinic's telephone.</param>
    public string About(Appointment appointment, string clinic)
    {
        if (IsNone)
        {
            return $"{WhyNoTextsSaid} Please note down your appointment. If anything changes, we ring you. Questions? Ring {clinic}.";
        }

        var reminder = appointment.Messages
            .Where(message => message is { Kind: MessageKind.Reminder, State: MessageState.Pending }).Min(message => message.Due);
        var reminding = reminder is { } due ? $"to remind you on {ClinicTime.ToWall(due).Said()}" : null;
        var confirming = appointment.Messages.Exists(message => message.IsNews && message.IsWaiting) ? "to confirm" : null;
        var whatFor = string.Join(", and ", new[] { confirming, reminding }.OfType<string>());
        var sentence = $"We {Ways(appointment.Email)} {(whatFor.Length > 0 ? whatFor : "if anything changes")}.";
        var whose = ByText ? $" Not your number? Ring us on {clinic}." : "";
        return (NoTexts is null ? sentence : $"{WhyNoTextsSaid} {sentence}") + whose;
    }

    /// <summary>The same before anything is booked.</summary>
    public string Beforehand => IsNone
        ? $"{WhyNoTextsSaid} Please note down your appointment; if anything changes, we ring you."
        : $"We {Ways(known: null)} about this appointment.";

    private string WhyNoTextsSaid => NoTexts == WhyNotSent.OptedOut
        ? "You asked us for no more texts, so we send none."
        : $"We cannot text the number you gave, which ends {Telephone.LastFour}.";

    // An address that was not given with this booking is told to nobody: whoever booked may be somebody else.
    private string Ways(string? known)
    {
        var to = Email == known && known is not null ? known : "you";
        var text = $"text the number ending {Telephone.LastFour}";
        return !ByText ? $"e-mail {to}" : Email is null ? text : $"{text} and e-mail {to}";
    }
}
