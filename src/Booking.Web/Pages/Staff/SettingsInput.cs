using System.ComponentModel.DataAnnotations;

namespace Booking.Web.Pages;

/// <summary>The settings as an administrator types them.</summary>
public sealed class SettingsInput : IValidatableObject
{
    [Required(ErrorMessage = "Choose how often appointments start")]
    [AllowedValues(5, 10, 15, 20, 30, 60, ErrorMessage = "Choose 5, 10, 15, 20, 30 or 60 minutes")]
    public int? GridMinutes { get; set; }

    [Required(ErrorMessage = "Enter the notice in minutes")]
    [Range(0, 10_080, ErrorMessage = "Enter a notice from 0 to 10080 minutes, which is a week")]
    public int? NoticeMinutes { get; set; }

    [Required(ErrorMessage = "Enter how many days ahead may be booked")]
    [Range(1, 365, ErrorMessage = "Enter from 1 to 365 days ahead")]
    public int? HorizonDays { get; set; }

    [Required(ErrorMessage = "Enter for how many minutes a time is kept")]
    [Range(1, 30, ErrorMessage = "Enter from 1 to 30 minutes for which a time is kept")]
    public int? HoldMinutes { get; set; }

    [Required(ErrorMessage = "Enter until how many hours before cancelling is free")]
    [Range(0, 168, ErrorMessage = "Enter from 0 to 168 hours before, which is a week, for free cancelling")]
    public int? FreeCancellationHours { get; set; }

    public bool FollowsUpMissed { get; set; }

    [Required(ErrorMessage = "Enter what one part of a text costs")]
    [Range(0, 100, ErrorMessage = "Enter from 0 to 100 pence for one part of a text")]
    public int? PencePerPart { get; set; }

    [Required(ErrorMessage = "Enter how many bookings one telephone may have")]
    [Range(1, 50, ErrorMessage = "Enter from 1 to 50 bookings for one telephone")]
    public int? OpenBookingsPerTelephone { get; set; }

    [Required(ErrorMessage = "Enter how many seconds texts wait")]
    [Range(0, 180, ErrorMessage = "Enter from 0 to 180 seconds to undo")]
    public int? UndoSeconds { get; set; }

    [Range(1, 100_000, ErrorMessage = "Enter from 1 to 100000 texts in an hour, or leave it empty")]
    public int? TextsAnHour { get; set; }

    [Required(ErrorMessage = "Enter how many are asked at once")]
    [Range(0, 10, ErrorMessage = "Enter from 0 to 10 who are asked at once")]
    public int? OffersAtOnce { get; set; }

    [Required(ErrorMessage = "Enter for how many minutes a time is kept for them")]
    [Range(5, 60, ErrorMessage = "Enter from 5 to 60 minutes for which a time is kept for them")]
    public int? OfferMinutes { get; set; }

    [StringLength(SettingChange.ValueLength, ErrorMessage = "That e-mail address is too long")]
    public string? DaySheetTo { get; set; }

    [Required(ErrorMessage = "Enter when the day sheet goes, like 06:30")]
    [DisplayFormat(DataFormatString = "{0:HH:mm}", ApplyFormatInEditMode = true)]
    public TimeOnly? DaySheetAt { get; set; }

    public static SettingsInput Of(BookingRules rules) => new()
    {
        GridMinutes = rules.GridMinutes,
        NoticeMinutes = rules.NoticeMinutes,
        HorizonDays = rules.HorizonDays,
        HoldMinutes = rules.HoldMinutes,
        FreeCancellationHours = rules.FreeCancellationHours,
        FollowsUpMissed = rules.FollowsUpMissed,
        PencePerPart = rules.PencePerPart,
        OpenBookingsPerTelephone = rules.OpenBookingsPerTelephone,
        UndoSeconds = rules.UndoSeconds,
        TextsAnHour = rules.TextsAnHour,
        OffersAtOnce = rules.OffersAtOnce,
        OfferMinutes = rules.OfferMinutes,
        DaySheetTo = rules.DaySheetTo,
        DaySheetAt = rules.DaySheetAt,
    };

    public void WriteInto(BookingRules rules)
    {
        rules.GridMinutes = GridMinutes!.Value;
        rules.NoticeMinutes = NoticeMinutes!.Value;
        rules.HorizonDays = HorizonDays!.Value;
        rules.HoldMinutes = HoldMinutes!.Value;
        rules.FreeCancellationHours = FreeCancellationHours!.Value;
        rules.FollowsUpMissed = FollowsUpMissed;
        rules.PencePerPart = PencePerPart!.Value;
        rules.OpenBookingsPerTelephone = OpenBookingsPerTelephone!.Value;
        rules.UndoSeconds = UndoSeconds!.Value;
        rules.TextsAnHour = TextsAnHour;
        rules.OffersAtOnce = OffersAtOnce!.Value;
        rules.OfferMinutes = OfferMinutes!.Value;
        rules.DaySheetTo = string.IsNullOrWhiteSpace(DaySheetTo) ? null : DaySheetTo.Trim();
        rules.DaySheetAt = DaySheetAt!.Value;
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(DaySheetTo) && !ReplyTo.IsEmail(DaySheetTo.Trim()))
        {
            yield return new("Enter one e-mail address, like desk@example.com, or leave it empty", [nameof(DaySheetTo)]);
        }

        if (DaySheetAt < DaySheetPolicy.Earliest || DaySheetAt > DaySheetPolicy.Latest)
        {
            yield return new(
                $"Enter a time from {DaySheetPolicy.Earliest.Said()} to {DaySheetPolicy.Latest.Said()}", [nameof(DaySheetAt)]);
        }
    }
}
