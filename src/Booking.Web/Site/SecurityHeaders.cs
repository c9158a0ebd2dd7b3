namespace Booking.Web;

/// <summary>What a browser may do with our pages: run our files, post to us, and nothing else.</summary>
public static class SecurityHeaders
{
    /// <param name="withFonts">Whether the pages bring a font of their own, as those of the jobs do for their signs.</param>
    public static HeaderPolicyCollection For(IHostEnvironment environment, bool withFonts = false)
    {
        var headers = new HeaderPolicyCollection()
            .AddContentTypeOptionsNoSniff()
            // A link from a text is a secret: no other site may read it in a Referer.
            .AddReferrerPolicyNoReferrer()
            .AddCrossOriginOpenerPolicy(opener => opener.SameOrigin())
            .AddCrossOriginResourcePolicy(resource => resource.SameOrigin())
            .AddPermissionsPolicy(permissions =>
            {
                permissions.AddCamera().None();
                permissions.AddGeolocation().None();
                permissions.AddMicrophone().None();
                permissions.AddPayment().None();
            })
            .AddContentSecurityPolicy(content =>
            {
                content.AddDefaultSrc().None();
                content.AddStyleSrc().Self();
                content.AddScriptSrc().Self();
                content.AddImgSrc().Self().Data();
                content.AddConnectSrc().Self();
                content.AddFormAction().Self();
                content.AddFrameAncestors().None();
                content.AddBaseUri().None();
                if (withFonts)
                {
                    content.AddFontSrc().Self();
                }
            });

        return environment.IsDevelopment() ? headers : headers.AddStrictTransportSecurityMaxAgeIncludeSubDomains();
    }
}
