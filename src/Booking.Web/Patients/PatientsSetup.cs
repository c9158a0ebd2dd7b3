namespace Booking.Web;

/// <summary>What the patients' pages stand on.</summary>
public static class PatientsSetup
{
    public static void AddPatientPages(this IServiceCollection services)
    {
        services.AddSingleton<SiteCookies>();
        services.AddSingleton<Visitor>();
        services.AddSingleton<SafetyPass>();
        services.AddSingleton<AppointmentPass>();
        services.AddSingleton<TimeChoice>();
    }
}
