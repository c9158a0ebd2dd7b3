using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Booking.Web;

/// <summary>What an address asks of the page for leave: whom to see off today, a form that is filled in, or what has been done.</summary>
public sealed class LeaveQuery
{
    private const string Format = "yyyy-MM-dd'T'HH:mm";

    /// <summary>The slug of a practitioner who goes home.</summary>
    public string? Today { get; set; }

    /// <summary>The slugs of those who are away, or <see cref="LeaveInput.Everybody"/>.</summary>
    public List<string> Practitioner { get; set; } = [];

    /// <summary>Clinic time: a date, or a date and a time.</summary>
    public string? From { get; set; }

    public string? Until { get; set; }

    public string? Reason { get; set; }

    public RepeatEach Repeat { get; set; }

    public int? Times { get; set; }

    /// <summary>The series of what was done.</summary>
    public Guid? Done { get; set; }

    /// <summary>The block that was removed.</summary>
    public int? Removed { get; set; }

    public DateTime? Start => Moment(From);

    public DateTime? End => Moment(Until);

    public string Why => Reason is not null && LeaveInput.Reasons.Contains(Reason) ? Reason : LeaveInput.Reasons[0];

    /// <summary>The address that asks for this.</summary>
    public static string To(TimeOff off)
    {
        var query = new List<KeyValuePair<string, StringValues>>
        {
            new("practitioner", off.Who.Select(practitioner => practitioner.Slug).ToArray()),
            new("from", off.From.ToString(Format, CultureInfo.InvariantCulture)),
            new("until", off.Until.ToString(Format, CultureInfo.InvariantCulture)),
        };

        // Where it is one of the usual words: an address is no place for another.
        if (LeaveInput.Reasons.Contains(off.Reason))
        {
            query.Add(new("reason", off.Reason));
        }

        if (off.Repeat != RepeatEach.Never)
        {
            query.Add(new("repeat", off.Repeat.ToString()));
            query.Add(new("times", off.Times.ToString(CultureInfo.InvariantCulture)));
        }

        return QueryHelpers.AddQueryString("/staff/leave", query);
    }

    public List<Practitioner> Who(Clinic clinic) =>
        [.. clinic.Practitioners.Where(one => Practitioner.Contains(one.Slug) || Practitioner.Contains(LeaveInput.Everybody))];

    /// <summary>The form, with how often it comes.</summary>
    public LeaveInput Fill(LeaveInput input)
    {
        (input.Repeat, input.Times) = (Repeat, Times?.ToString(CultureInfo.InvariantCulture));
        return input;
    }

    private static DateTime? Moment(string? text) =>
        DateTime.TryParseExact(text, ["yyyy-MM-dd", Format], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            && moment.Year is > 2000 and < 2200
            ? moment
            : null;
}
