using Xunit;

namespace Booking.Tests;

/// <summary>Two records become one by a person's word alone, and two again by another.</summary>
public sealed class PatientMergeTests
{
    private static readonly DateTime Now = new(2026, 2, 1, 9, 0, 0, DateTimeKind.Utc);

    private readonly WestHill _clinic = new();
    private readonly Patient _kept = New("Olivia Shaw", "07700 900123");
    private readonly Patient _away = New("Liv Shaw", "07700 900456");

    [Fact]
    public void Visits_at_the_same_time_to_come_refuse_it_and_are_named()
    {
        var refusal = WhyNot("2026-02-02 09:00", "2026-02-02 09:30");

        Assert.Equal(
            "They have appointments at the same time: Monday 2 February at 9:00am, and Monday 2 February at 9:30am. "
            + "Move or cancel one of these first.",
            refusal?.Words);
    }

    [Theory]
    [InlineData("2026-02-02 09:00", "2026-02-02 09:45")]
    [InlineData("2026-02-02 09:00", "2026-02-03 09:00")]
    [InlineData("2026-01-30 09:00", "2026-01-30 09:00")] // over: they came once
    public void Others_do_not(string kept, string away) => Assert.Null(WhyNot(kept, away));

    [Fact]
    public void A_cancelled_visit_is_in_nobodys_way()
    {
        var (mine, theirs) = (Visit(_kept, _clinic.Aisha, "2026-02-02 09:00"), Visit(_away, _clinic.Ben, "2026-02-02 09:00"));
        theirs.Cancel("Has a cold", _clinic.Rules, new Signature("Rita Desk", ClinicTime.ToUtc(WestHill.At("2026-02-01 09:00"))));

        Assert.Null(PatientMerge.WhyNot(_kept, _away, [mine], [theirs], WestHill.At("2026-02-01 09:00")));
    }

    [Fact]
    public void A_record_goes_into_another_once()
    {
        Merge(_kept.Details);

        Assert.NotNull(PatientMerge.WhyNot(New("Third", "07700 900789"), _away, [], [], Now));
    }

    [Fact]
    public void Undone_the_kept_record_says_again_what_it_said_and_both_histories_tell_it()
    {
        var before = _kept.Details;
        var merge = Merge(before with { Telephone = _away.Details.Telephone, Notes = "Rings twice" });

        Assert.Null(merge.WhyNotUndo());
        merge.Undo(namesake: 0, "Sam Desk", Now.AddDays(1));

        Assert.Equal(before, _kept.Details);
        Assert.Null(_away.MergedIntoId);
        Assert.NotNull(merge.WhyNotUndo());
        Assert.Equal(
            [("Rita Desk", "Joined with the record of Olivia Shaw"), ("Sam Desk", "A record of its own again")],
            _away.History.Select(line => (line.Who, line.What)));
        Assert.Equal("No longer joined with the record of Liv Shaw", _kept.History[^1].What);
    }

    private PatientMerge Merge(ContactDetails details) =>
        PatientMerge.Of(_kept, _away, details, namesake: 0, [7], "Rita Desk", Now);

    private Refusal? WhyNot(string kept, string away) => PatientMerge.WhyNot(
        _kept, _away, [Visit(_kept, _clinic.Aisha, kept)], [Visit(_away, _clinic.Ben, away)], WestHill.At("2026-02-01 09:00"));

    private Appointment Visit(Patient patient, Practitioner practitioner, string wall)
    {
        var hold = new Hold
        {
            ReferenceHash = [],
            Visitor = [],
            TreatmentId = _clinic.Sports.Id,
            PractitionerId = practitioner.Id,
            RoomId = null,
            Date = DateOnly.FromDateTime(WestHill.At(wall)),
            Start = TimeOnly.FromDateTime(WestHill.At(wall)),
            Minutes = _clinic.Sports.Minutes,
            TurnaroundMinutes = 0,
            RedFlagVersion = null,
            MadeAt = Now,
            Expires = Now.AddMinutes(5),
        };
        return Appointment.Book(hold, roomId: null, patient, _clinic.Sports.PricePence, _clinic.Rules, Now);
    }

    private static Patient New(string name, string telephone) =>
        Patient.New(PersonName.Parse(name), Telephone.Parse(telephone), null, 0, Now);
}
