using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Booking.Web;

/// <summary>Refuses a form with a field that the page does not have: nobody fills in one by mistake.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnlyTheseFieldsAttribute(params string[] fields) : Attribute, IResourceFilter
{
    private const string AntiForgery = "__RequestVerificationToken";

    /// <summary>Those of the fields that may come several times.</summary>
    public string[] Repeated { get; init; } = [];

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var request = context.HttpContext.Request;
        if (request.HasFormContentType && request.Form.Any(field => !Knows(field.Key, field.Value.Count)))
        {
            context.Result = new BadRequestResult();
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }

    private bool Knows(string field, int times) =>
        Repeated.Contains(field) || (times == 1 && (field == AntiForgery || fields.Contains(field)));
}
