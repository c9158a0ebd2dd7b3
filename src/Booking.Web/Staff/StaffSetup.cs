using Booking.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Booking.Web;

/// <summary>What the staff's pages stand on: who may sign in, for how long, and to what.</summary>
public static class StaffSetup
{
    private const string Folder = "/Staff";

    private static readonly string[] OpenToAll = ["/Staff/SignIn", "/Staff/SetUp", "/Staff/Invitation"];
    private static readonly TimeSpan SessionLasts = TimeSpan.FromHours(8);

    // Whoever is no longer welcome is out within a minute.
    private static readonly TimeSpan SessionIsLookedAtEach = TimeSpan.FromSeconds(30);

    // What OWASP asks of PBKDF2 with SHA-512.
    private const int HashRounds = 210_000;

    public static void AddStaff(this IServiceCollection services)
    {
        AddPeople(services);
        AddSessions(services);
        services.AddAuthorizationBuilder()
            .AddPolicy(StaffPolicy.Staff, policy => policy.RequireRole(Enum.GetNames<StaffRole>()))
            .AddPolicy(StaffPolicy.Reception, policy => policy
                .RequireRole(nameof(StaffRole.Administrator), nameof(StaffRole.Receptionist)))
            .AddPolicy(StaffPolicy.Overrule, policy => policy.RequireClaim(StaffClaims.MayOverrule))
            .AddPolicy(StaffPolicy.Administrator, policy => policy.RequireRole(nameof(StaffRole.Administrator)));
        services.AddRazorPages(pages => AddConventions(pages.Conventions));
        services.AddHostedService<FirstRun>();
        services.AddScoped<StaffAlerts>();
        services.AddSingleton<ScreenMemory>();
        services.AddSingleton<ScreenNews>();
        services.AddSingleton<DiaryWatch>();
        services.AddHostedService(all => all.GetRequiredService<DiaryWatch>());
    }

    /// <summary>Nothing of the staff's stays in any cache: pages, data and answers alike.</summary>
    public static void UseStaffPrivacy(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/staff", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });
        }

        return next(context);
    });

    private static void AddPeople(IServiceCollection services)
    {
        services.AddSingleton<PasswordRules>();
        services.AddSingleton<IPasswordValidator<StaffMember>>(all => all.GetRequiredService<PasswordRules>());
        services.AddSingleton<KnownDevice>();
        services.AddScoped<StaffDoor>();
        services.AddIdentityCore<StaffMember>(identity =>
            {
                identity.User.AllowedUserNameCharacters = "";
                // Ours counts by place: see SignInLimit.
                identity.Lockout.AllowedForNewUsers = false;
            })
            .AddEntityFrameworkStores<BookingDbContext>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<StaffClaims>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashRounds);
    }

    private static void AddSessions(IServiceCollection services)
    {
        services.AddOptions<SecurityStampValidatorOptions>().Configure<TimeProvider>((stamp, clock) =>
            (stamp.ValidationInterval, stamp.TimeProvider) = (SessionIsLookedAtEach, clock));
        // Identity signs whoever it throws out out of the second as well, and fails where that is missing.
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.TwoFactorRememberMeScheme);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<SiteCookies>((session, cookies) =>
            {
                session.Cookie.Name = cookies.Name("staff");
                session.Cookie.SecurePolicy = cookies.Policy;
                session.Cookie.SameSite = SameSiteMode.Lax;
                session.Cookie.HttpOnly = true;
                session.Cookie.Path = "/";
                session.ExpireTimeSpan = SessionLasts;
                session.SlidingExpiration = true;
                session.LoginPath = "/staff/sign-in";
                session.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
                session.Events.OnRedirectToAccessDenied = SayNoAsync;
            });
    }

    private static Task SayNoAsync(RedirectContext<CookieAuthenticationOptions> refused)
    {
        refused.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static void AddConventions(PageConventionCollection pages)
    {
        pages.AuthorizeFolder(Folder, StaffPolicy.Staff);
        foreach (var page in OpenToAll)
        {
            pages.AllowAnonymousToPage(page);
        }

        pages.AddFolderApplicationModelConvention(Folder, page => page.Filters.Add(
            new ResponseCacheAttribute { NoStore = true, Location = ResponseCacheLocation.None }));
    }
}
