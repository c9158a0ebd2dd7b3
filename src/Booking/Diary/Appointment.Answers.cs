namespace Booking;

// What the patient says to it by text.
public sealed partial class Appointment
{
    private const string ByText = "By the patient, by text";

    /// <summary>Notes that they come; said twice it is the same.</summary>
    public void ConfirmByText(Signature by)
    {
        HearAnswer(ReplyWish.Confirm, by);
        if (Status == AppointmentStatus.Booked)
        {
            var before = NextVersion();
            Status = AppointmentStatus.Confirmed;
            Record(by, "Confirmed by text", before.Status.Said(), Status.Said(), before);
        }
    }

    /// <summary>Gives the time back, as they ask; or says why not.</summary>
    /// <param name="answer">What they are answered at once, which then is the text about the cancellation; null if nothing is.</param>
    /// <param name="emailsGo">Whether the clinic can send e-mails.</param>
    public Refusal? CancelByText(string? answer, bool emailsGo, BookingRules rules, Signature by)
    {
        if (!CanBeCancelled(by.Now))
        {
            return Refusal.AlreadyOver;
        }

        HearAnswer(ReplyWish.Cancel, by);
        Cancel("Cancelled by text", ByText, rules, by);
        if (answer is not null && Messages.Find(message => message.CanGoAsAnswer) is { } told)
        {
            told.GoAsAnswer(answer, by.At);
            if (emailsGo && Patient.ToldBy != ToldBy.Text && Message.EmailOf(this, Patient) is not null)
            {
                Messages.Add(told.ByEmail(by.At)); // the file with it takes the appointment out of their calendar
            }
        }

        return null;
    }

    /// <summary>They want to cancel when it is no longer free of charge, and reception is to decide.</summary>
    public void AskToCancel(Signature by)
    {
        HearAnswer(ReplyWish.Cancel, by);
        Record(by, "Asked by text to cancel");
    }

    /// <summary>Reception has settled with them that it stands.</summary>
    public void KeepThoughAsked(Signature by)
    {
        ForgetAnswers();
        Record(by, "Kept, though asked by text to cancel");
    }

    // What was said before the appointment became another says nothing of it now.
    private void ForgetAnswers() => Messages.ForEach(message => message.ForgetAnswer());

    // It answers what they read last, and takes back what they said before.
    private void HearAnswer(ReplyWish wish, Signature by)
    {
        ForgetAnswers();
        Messages.Where(message => message.MayHaveGone && message.Kind != MessageKind.Cancelled)
            .MaxBy(message => message.SentAt ?? message.TriedAt)?.HearAnswer(wish, by.At);
    }
}
