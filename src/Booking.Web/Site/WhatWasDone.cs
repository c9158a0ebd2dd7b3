using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Booking.Web;

/// <summary>What a form has done, said once on the page that comes next. It travels in a sealed cookie, not in the address.</summary>
public static class WhatWasDone
{
    private const string Key = "done";

    /// <param name="words">They name nobody: another page may show them, if this one's answer is lost.</param>
    public static void Done(this PageModel page, string words) => page.TempData[Key] = words;

    public static string? Read(ITempDataDictionary kept) => kept[Key] as string;
}
