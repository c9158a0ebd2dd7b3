using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Booking.Web;

/// <summary>
/// What stands beside a field whose words are no number, date or time at all: what the field wants, as its own annotations say
/// it, and how that is written. The framework's own sentence names our properties.
/// </summary>
internal sealed class FieldMessages : IBindingMetadataProvider
{
    public void CreateBindingMetadata(BindingMetadataProviderContext context)
    {
        if (context.BindingMetadata.ModelBindingMessageProvider is not { } said)
        {
            return;
        }

        var type = Nullable.GetUnderlyingType(context.Key.ModelType) ?? context.Key.ModelType;
        var rules = context.Attributes.OfType<ValidationAttribute>().ToList();
        var wanted = (rules.Find(rule => rule is RangeAttribute or AllowedValuesAttribute) ?? rules.Find(rule => rule is RequiredAttribute))
            ?.ErrorMessage;
        var howWritten = wanted?.Contains(" like ", StringComparison.Ordinal) == true ? null : HowWritten(type);
        var words = wanted is null ? howWritten : howWritten is null ? wanted : $"{wanted}. {howWritten}";
        var wrong = words ?? "That cannot be used here";
        said.SetAttemptedValueIsInvalidAccessor((_, _) => wrong);
        said.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => wrong);
        said.SetUnknownValueIsInvalidAccessor(_ => wrong);
        said.SetNonPropertyUnknownValueIsInvalidAccessor(() => wrong);
        said.SetValueIsInvalidAccessor(_ => wrong);
        said.SetValueMustNotBeNullAccessor(_ => wrong);
        said.SetMissingBindRequiredValueAccessor(_ => wrong);
        said.SetMissingKeyOrValueAccessor(() => wrong);
    }

    private static string? HowWritten(Type type) =>
        type == typeof(int) || type == typeof(long) ? "Use a whole number, in figures"
        : type == typeof(DateOnly) ? "Write the date like 2026-12-24"
        : type == typeof(TimeOnly) ? "Write the time like 09:30"
        : null;
}
