using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Booking.Data;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Booking.Web.Pages;

/// <summary>One appointment, and the version of it that whoever changes it has seen.</summary>
public class SeenForm
{
    private const string Broken = "That was not sent whole. Load the page again";

    [Required(ErrorMessage = Broken)]
    public int Id { get; set; }

    [Required(ErrorMessage = Broken)]
    public int Version { get; set; }

    internal Seen Seen => new(Id, Version);
}

/// <summary>Where an appointment is to go.</summary>
public sealed class MoveForm : SeenForm
{
    [Required(ErrorMessage = "Say with whom")]
    public string Practitioner { get; set; } = "";

    /// <summary>Clinic time: 2026-11-23T09:30.</summary>
    [Required(ErrorMessage = "Say when")]
    public string Start { get; set; } = "";

    public int? Minutes { get; set; }

    public string? Treatment { get; set; }

    [StringLength(Place.ReasonLength, ErrorMessage = "Say why in 200 letters or fewer")]
    public string? Overrule { get; set; }

    /// <summary>Null, said beside the field, where there is no such practitioner, treatment or time.</summary>
    internal MoveWish? ToWish(Clinic clinic, ModelStateDictionary state)
    {
        var practitioner = clinic.Practitioner(Practitioner);
        var treatment = Treatment is null ? null : clinic.Treatment(Treatment);
        var good = WallTimes.TryParse(Start, out var start);
        Say(practitioner is null, nameof(Practitioner), "There is no such practitioner");
        Say(Treatment is not null && treatment is null, nameof(Treatment), "There is no such treatment");
        Say(!good, nameof(Start), "Choose a date and a time");
        return state.IsValid ? new MoveWish(practitioner!, start, Minutes, treatment, Reason) : null;

        void Say(bool wrong, string field, string words)
        {
            if (wrong)
            {
                state.AddModelError(field, words);
            }
        }
    }

    /// <param name="before">Where it stood.</param>
    internal string Done(MoveWish wish, Appointment before)
    {
        if (Minutes is { } longer && wish.Start == before.StartsAt && wish.Practitioner.Id == before.PractitionerId)
        {
            return $"Now ends {TimeOnly.FromDateTime(wish.Start.AddMinutes(longer)).Said()}, {longer} minutes";
        }

        var length = Minutes is { } minutes ? $", {minutes} minutes" : "";
        return $"Moved to {wish.Practitioner.FullName}, {DateOnly.FromDateTime(wish.Start).SaidShort()} at "
            + $"{TimeOnly.FromDateTime(wish.Start).Said()}{length}";
    }

    private string? Reason => string.IsNullOrWhiteSpace(Overrule) ? null : Overrule.Trim();
}

/// <summary>How far an appointment has come.</summary>
public sealed class MarkForm : SeenForm
{
    [Required(ErrorMessage = "Say how far it has come")]
    [EnumDataType(typeof(AppointmentStatus), ErrorMessage = "Say how far it has come")]
    public AppointmentStatus? Status { get; set; }
}

public sealed class CancelForm : SeenForm
{
    [Required(ErrorMessage = "Say why it is cancelled")]
    [StringLength(Appointment.CancelReasonLength, ErrorMessage = "Say why in 200 letters or fewer")]
    public string Reason { get; set; } = "";
}

public sealed class NoteForm : SeenForm
{
    [StringLength(Appointment.NoteLength, ErrorMessage = "Write a note of 500 letters or fewer")]
    public string? Note { get; set; }

    internal string? Kept => string.IsNullOrWhiteSpace(Note) ? null : Note.Trim();
}

/// <summary>The changes to take back, each "id:version" of an appointment as it is since then.</summary>
public sealed class UndoForm
{
    private const int Most = 200;

    [Required(ErrorMessage = "Say what is to be undone")]
    [MaxLength(Most)]
    public List<string> Changes { get; set; } = [];

    internal IReadOnlyList<Seen>? ToSeen(ModelStateDictionary state)
    {
        var seen = Changes.ConvertAll(Parse);
        if (seen.Count == 0 || seen.Contains(null))
        {
            state.AddModelError(nameof(Changes), "Say what is to be undone");
            return null;
        }

        return seen.ConvertAll(one => one!.Value);
    }

    private static Seen? Parse(string change) =>
        change.Split(':') is [var id, var version] && Number(id) is { } one && Number(version) is { } two
            ? new Seen(one, two)
            : null;

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
