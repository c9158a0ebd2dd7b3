namespace Booking.Web;

/// <summary>Puts together what sends the clinic's e-mails, and the day sheet that goes each morning.</summary>
public static class EmailsSetup
{
    public static void AddEmails(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<MailOptions>()
            .BindConfiguration(MailOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        if (builder.Configuration.GetSection(MailOptions.Section).Get<MailOptions>() is { IsSetUp: true })
        {
            builder.Services.AddSingleton<ISendEmails, SmtpEmails>();
        }

        builder.Services.AddSingleton<Promises>();
        builder.Services.AddSingleton<DaySheetWriting>();
        builder.Services.AddSingleton<MorningSheet>();
        builder.Services.AddSingleton<DaySheetTrouble>();
    }
}
