using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Whatever is typed into whichever field, what stands beside it is the clinic's own sentence.</summary>
public sealed class FieldMessagesTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    private const string Name = "ItsName";

    private static readonly IEnumerable<Type> Pages =
        typeof(ErrorPages).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PageModel)));

    [Fact]
    public void No_field_of_any_page_falls_back_on_the_frameworks_words()
    {
        var fields = clinic.Services.GetRequiredService<IModelMetadataProvider>();
        var asked = Pages.SelectMany(page => page.GetProperties())
            .Where(property => property.GetCustomAttribute<BindPropertyAttribute>() is not null)
            .SelectMany(property => Within(fields.GetMetadataForProperty(property.DeclaringType!, property.Name)))
            .Concat(Pages.SelectMany(page => page.GetMethods()).SelectMany(method => method.GetParameters())
                .Where(parameter => parameter.GetCustomAttribute<FromFormAttribute>() is not null)
                .SelectMany(parameter => Within(fields.GetMetadataForType(parameter.ParameterType))))
            .ToList();

        Assert.InRange(asked.Count, 60, int.MaxValue);
        var bad = string.Join(' ', asked.Where(NamesTheField).Select(field => $"{field.ContainerType?.Name}.{field.Name}").Distinct());
        Assert.True(bad.Length == 0, bad);
    }

    private static IEnumerable<ModelMetadata> Within(ModelMetadata field) =>
        field.IsComplexType && !field.IsEnumerableType ? field.Properties.SelectMany(Within) : [field];

    // The framework's sentences name the property, and repeat what cannot be read. A list that is not sent is empty, and not
    // missing; a rule that is a method of ours has our words.
    private static bool NamesTheField(ModelMetadata field) => field.ValidatorMetadata.OfType<ValidationAttribute>()
        .Where(rule => rule is not CustomValidationAttribute && !field.IsEnumerableType)
        .Select(rule => rule.FormatErrorMessage(Name))
        .Append(field.ModelBindingMessageProvider.AttemptedValueIsInvalidAccessor(Name, Name))
        .Append(field.ModelBindingMessageProvider.ValueMustNotBeNullAccessor(Name))
        .Any(words => words.Contains(Name, StringComparison.Ordinal));
}
