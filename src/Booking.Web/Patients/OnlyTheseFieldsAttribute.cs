using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Booking.Web;

/// <summary>Refuses a form with a field that the page does not have: nobody fills in one by mistake.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnlyTheseFieldsAttribute(params string[] fields) : Attribute, IResourceFilter
{
    private const string AntiForgery = "__RequestVerificationToken";

    /// <summary>Those of them that may come more than once.</summary>
    public string[] Repeated { get; set; } = [];

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var request = context.HttpContext.Request;
        if (request.HasFormContentType
            && request.Form.Any(field => (field.Value.Count > 1 && !Repeated.Contains(field.Key))
                || !(field.Key == AntiForgery || fields.Contains(field.Key))))
        {
            context.Result = new BadRequestResult();
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
