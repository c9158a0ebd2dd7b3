namespace Booking;

// The steps of a message's life: Pending -> Sending -> Sent -> Delivered, Undelivered or Failed, or Sending -> Unknown
// when the answer was lost, or Skipped. What may have gone is never simply sent again.
public sealed partial class Message
{
    /// <summary>How long one sender may keep a message in hand before others ask what became of it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Nothing that is to go at once is put off for longer, not even by a night: what seems to be was written while a
    /// clock was ahead.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private static readonly TimeSpan BeforeLookingAgain = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan PhoneMayBeOnAgain = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan WorthASecondTry = TimeSpan.FromHours(2);

    private bool IsOut => State is MessageState.Sending or MessageState.Unknown or MessageState.Sent;

    /// <summary>Takes it in hand; false when it is not there to be taken.</summary>
    public bool Claim(DateTime now)
    {
        if (State != MessageState.Pending || Due > now)
        {
            return false;
        }

        (Ticket, BodyHash, TriedAt) = (null, null, now);
        Become(MessageState.Sending, now + Lease);
        return true;
    }

    /// <summary>Why it should not go after all, read against what it is about at this moment; null if it should.</summary>
    /// <param name="appointment">What it is about, or null where that is no appointment.</param>
    /// <param name="patient">Whom it is for.</param>
    /// <param name="refused">What the network has said about the patient's telephone.</param>
    /// <param name="now">Clinic time.</param>
    public WhyNotSent? WhyNot(Appointment? appointment, Patient patient, WhyNotSent? refused, DateTime now)
    {
        if (appointment is not null && WhyUntrue(appointment) is { } untrue)
        {
            return untrue;
        }

        if ((KeptBackUntil(appointment, now) ?? now) >= UsefulUntil)
        {
            return WhyNotSent.TooLate;
        }

        if (Channel == MessageChannel.Email)
        {
            return EmailOf(appointment, patient) is null ? WhyNotSent.NoAddress : null;
        }

        return WhyNoTexts(patient, refused);
    }

    /// <summary>Why no text reaches this patient, whatever it says; null if texts do.</summary>
    /// <param name="refused">What the network has said about the patient's telephone.</param>
    public static WhyNotSent? WhyNoTexts(Patient patient, WhyNotSent? refused) =>
        Telephone.TryParse(patient.Telephone, out var number) && number.IsTextable ? refused : WhyNotSent.NotTextable;

    /// <summary>When the night is over that keeps it back (clinic time); null if it may go now. A confirmation answers
    /// somebody who is awake, but one that comes late waits for the morning.</summary>
    public DateTime? KeptBackUntil(Appointment? appointment, DateTime now)
    {
        var answersAtOnce = Kind == MessageKind.Confirmation
            && (ClinicTime.ToUtc(now) - appointment?.BookedAt)?.Duration() <= AtOnce;
        return QuietHours.Cover(now) && !answersAtOnce ? QuietHours.NextEnd(now) : null;
    }

    /// <summary>Writes down what is about to be sent. From here on it may have gone.</summary>
    /// <param name="said">What it says, without the secret of its link.</param>
    public void Try(string? to, byte[] bodyHash, int parts, string ticket, string? said = null)
    {
        Tries++;
        Said = said?.Length > SaidLength ? said[..SaidLength] : said;
        (To, BodyHash, Parts, Ticket, ProviderSid, ErrorCode) = (to, bodyHash, parts, ticket, null, null);
        Become(MessageState.Sending, Due);
    }

    /// <summary>The provider has it.</summary>
    public void Accepted(string sid, DateTime now)
    {
        if (IsOut && State != MessageState.Sent)
        {
            (ProviderSid, SentAt) = (sid, SentAt ?? now);
            Become(MessageState.Sent, null);
        }
    }

    /// <summary>It certainly did not go, and may go at another time.</summary>
    public void PutBack(DateTime due)
    {
        if (State == MessageState.Sending)
        {
            (Ticket, BodyHash) = (null, null);
            Become(MessageState.Pending, due);
        }
    }

    /// <summary>It certainly did not go, and never will, unless the phone is only off for now.</summary>
    public void Refused(WhyNotSent why, int? code, DateTime now)
    {
        if (State == MessageState.Sending && !(why == WhyNotSent.Unreachable && TrySecondChance(now + PhoneMayBeOnAgain, now)))
        {
            ErrorCode = code;
            Become(MessageState.Failed, null, why);
        }
    }

    /// <summary>There is no reason to send it any more; false when it is too late to stop it.</summary>
    public bool Skip(WhyNotSent why)
    {
        if (State == MessageState.Pending || (State == MessageState.Sending && Ticket is null))
        {
            Become(MessageState.Skipped, null, why);
        }

        return State == MessageState.Skipped;
    }

    /// <summary>Nobody can say whether it went.</summary>
    public void LoseSight(DateTime now)
    {
        if (State == MessageState.Sending)
        {
            Become(MessageState.Unknown, LookedForFrom(now + Lease));
        }
    }

    /// <summary>Whoever had it in hand did not come back. What they had not even written has not gone.</summary>
    public void LeaseEnds(DateTime now)
    {
        if (State == MessageState.Sending && Due <= now)
        {
            var isSafe = Ticket is null;
            Become(isSafe ? MessageState.Pending : MessageState.Unknown, isSafe ? now : LookedForFrom(now));
        }
    }

    /// <summary>The provider's list could not be read: that says nothing, and is tried again.</summary>
    public void LookLater(DateTime due)
    {
        if (State != MessageState.Unknown)
        {
            return;
        }

        // Soon it is of no more use, and a person has to know.
        if (due + WorthASecondTry >= ClinicTime.ToUtc(UsefulUntil))
        {
            Become(MessageState.Unknown, null, WhyNotSent.NotFound);
        }
        else
        {
            Become(MessageState.Unknown, due);
        }
    }

    /// <summary>The provider's list does not show it: look once more, then try once more if that still helps.</summary>
    public void NotFound(DateTime now)
    {
        if (State != MessageState.Unknown)
        {
            return;
        }

        Looks++;
        if (Looks == 1)
        {
            Become(MessageState.Unknown, now + BeforeLookingAgain);
        }
        else if (!TrySecondChance(now, now))
        {
            Become(MessageState.Unknown, null, WhyNotSent.NotFound);
        }
    }

    /// <summary>The provider reports on the try with this ticket; reports come late, twice and in any order.</summary>
    public void Hear(DeliveryReport report, DateTime now)
    {
        if (!IsOut || (ProviderSid ?? report.Sid) != report.Sid)
        {
            return;
        }

        switch (report.Result)
        {
            case DeliveryResult.OnItsWay:
                Accepted(report.Sid, now);
                break;
            case DeliveryResult.Delivered:
                End(MessageState.Delivered, report, now);
                break;
            case DeliveryResult.Undelivered when report.Why == WhyNotSent.Unreachable
                    && TrySecondChance(now + PhoneMayBeOnAgain, now):
                EarlierParts += Parts;
                break;
            case DeliveryResult.Undelivered:
                End(MessageState.Undelivered, report, now);
                break;
            case DeliveryResult.Failed:
                End(MessageState.Failed, report, now);
                break;
        }
    }

    private void End(MessageState state, DeliveryReport report, DateTime now)
    {
        (ProviderSid, ErrorCode, SentAt) = (report.Sid, report.Code, SentAt ?? now);
        Become(state, null, report.Why);
    }

    private bool TrySecondChance(DateTime at, DateTime now)
    {
        if (HadSecondChance || ClinicTime.ToUtc(UsefulUntil) < now + WorthASecondTry)
        {
            return false;
        }

        (HadSecondChance, Looks, Ticket, BodyHash, ProviderSid) = (true, 0, null, null, null);
        Become(MessageState.Pending, at);
        return true;
    }

    private void Become(MessageState state, DateTime? due, WhyNotSent? why = null)
    {
        (State, Due, Why) = (state, due, why);
        Revision++;
    }
}
