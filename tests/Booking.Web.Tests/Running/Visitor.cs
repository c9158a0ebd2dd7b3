using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Booking.Web.Tests;

/// <summary>A person at a browser without JavaScript: follows links, fills in forms, presses buttons, keeps cookies.</summary>
public sealed class Visitor(HttpClient client) : IDisposable
{
    /// <summary>For what no browser does: forged posts, other headers, answers that are not pages.</summary>
    public HttpClient Client => client;

    public async Task<Page> OpenAsync(string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));
        return await Page.ReadAsync(answer);
    }

    /// <summary>Opens the link that says this.</summary>
    public Task<Page> FollowAsync(Page page, string link) =>
        OpenAsync(page.Find<IHtmlAnchorElement>("a[href]", link).GetAttribute("href")!);

    /// <summary>Fills in fields, each found by its label or else its name, and presses the button that says this.</summary>
    public Task<Page> PressAsync(Page page, string button, params (string Field, string Value)[] typed)
    {
        var pressed = page.Button(button);
        foreach (var (field, value) in typed)
        {
            Form.Fill(pressed, field, value);
        }

        return SendAsync(page, pressed, Form.WouldSend(pressed));
    }

    /// <summary>Presses the button, but with these fields put in or left out (null) behind the page's back.</summary>
    public Task<Page> ForgeAsync(Page page, string button, params (string Name, string? Value)[] forged)
    {
        var pressed = page.Button(button);
        var honest = Form.WouldSend(pressed).Where(field => forged.All(other => other.Name != field.Key));
        var added = forged.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value!));
        return SendAsync(page, pressed, honest.Concat(added));
    }

    public void Dispose() => client.Dispose();

    private async Task<Page> SendAsync(Page page, IElement pressed, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var (method, address) = Form.Target(pressed, page.Address);
        using var content = new FormUrlEncodedContent(fields);
        if (method == HttpMethod.Get)
        {
            var query = await content.ReadAsStringAsync();
            return await OpenAsync(new UriBuilder(address) { Query = query }.Uri.AbsoluteUri);
        }

        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using var answer = await client.SendAsync(request);
        return await Page.ReadAsync(answer);
    }
}
