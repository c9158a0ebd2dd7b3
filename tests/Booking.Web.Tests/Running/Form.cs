using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Booking.Web.Tests;

/// <summary>What a browser does with the form that a button belongs to.</summary>
internal static class Form
{
    public static void Fill(IElement button, string field, string value)
    {
        switch (Field(button, field, value))
        {
            case IHtmlInputElement { Type: "radio" or "checkbox" } choice:
                choice.IsChecked = true;
                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlSelectElement select:
                select.Value = Option(select, value);
                break;
        }
    }

    public static IEnumerable<KeyValuePair<string, string>> WouldSend(IElement button)
    {
        foreach (var element in Of(button).Elements.Where(element => !element.HasAttribute("disabled")))
        {
            var name = element.GetAttribute("name");
            var value = element switch
            {
                IHtmlInputElement { Type: "submit" or "button" or "image" or "file" } => null,
                IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => null,
                IHtmlInputElement input => input.Value,
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement select => select.Value,
                _ => null,
            };
            if (!string.IsNullOrEmpty(name) && value is not null)
            {
                yield return KeyValuePair.Create(name, value);
            }
        }

        if (button.GetAttribute("name") is { Length: > 0 } pressed)
        {
            yield return KeyValuePair.Create(pressed, button.GetAttribute("value") ?? "");
        }
    }

    public static (HttpMethod Method, Uri Address) Target(IElement button, Uri page)
    {
        var form = Of(button);
        var method = button.GetAttribute("formmethod") ?? form.GetAttribute("method") ?? "get";
        var action = button.GetAttribute("formaction") ?? form.GetAttribute("action") ?? "";
        return (HttpMethod.Parse(method.ToUpperInvariant()), action.Length == 0 ? page : new Uri(page, action));
    }

    private static IHtmlFormElement Of(IElement button) =>
        (button as IHtmlButtonElement)?.Form ?? (button as IHtmlInputElement)?.Form
        ?? throw new InvalidOperationException($"'{button.TextContent}' belongs to no form.");

    private static IElement Field(IElement button, string field, string value)
    {
        var form = Of(button);
        return Labelled(form, field)
            ?? form.Elements.FirstOrDefault(element => element.GetAttribute("name") == field && Takes(element, value))
            ?? throw new InvalidOperationException($"The form has no field '{field}' that takes '{value}'.");
    }

    private static IElement? Labelled(IHtmlFormElement form, string words) =>
        form.Owner!.QuerySelectorAll("label").OfType<IHtmlLabelElement>()
            .Where(label => Page.Words(label) == words)
            .Select(label => label.Control)
            .FirstOrDefault(control => control is not null && form.Elements.Contains(control));

    private static bool Takes(IElement element, string value) =>
        element is not IHtmlInputElement { Type: "radio" or "checkbox" or "hidden" } choice
        || (choice.Type != "hidden" && choice.Value == value);

    private static string Option(IHtmlSelectElement select, string value) =>
        select.Options.FirstOrDefault(option => option.Value == value || Page.Words(option) == value)?.Value
        ?? throw new InvalidOperationException($"'{value}' is not to be chosen.");
}
