using Booking.Data;

namespace Booking.Web;

/// <summary>Puts together what sends the clinic's texts.</summary>
public static class TextsSetup
{
    private const int LargestAnswer = 2 << 20;

    public static void AddTexts(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<TwilioOptions>()
            .BindConfiguration(TwilioOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        var twilio = builder.Configuration.GetSection(TwilioOptions.Section).Get<TwilioOptions>();
        if (twilio is { IsSetUp: true })
        {
            // No loggers: the address of a look-up holds a patient's number.
            builder.Services.AddHttpClient<ISendTexts, Twilio>(http => http.MaxResponseContentBufferSize = LargestAnswer)
                .ConfigurePrimaryHttpMessageHandler(Twilio.Handler)
                .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
                .RemoveAllLoggers();
        }

        builder.Services.AddSingleton(services => new WaysToTell(Texts: services.GetService<ISendTexts>() is not null));
        builder.Services.AddSingleton<SendingDesk>();
        builder.Services.AddSingleton<OverdueTexts>();
        builder.Services.AddSingleton<TextMeter>();
        builder.Services.AddSingleton<ReminderPlanning>();
        builder.Services.AddSingleton<ClinicWording>();
        builder.Services.AddSingleton<PatientLinks>();
        builder.Services.AddSingleton<TextSending>();
        builder.Services.AddSingleton<TextReceiving>();
        builder.Services.AddSingleton<EmailsBeside>();
        builder.Services.AddSingleton<EmailSending>();
        builder.Services.AddSingleton<DeliveryNews>();
        builder.Services.AddSingleton<LostTexts>();
        builder.Services.AddSingleton<ClockSetBack>();
        builder.Services.AddSingleton<DueMessages>();
        builder.Services.AddSingleton<TextRound>();
        builder.Services.AddSingleton<EmailRound>();
        builder.Services.AddSingleton<MessageSweep>();
        builder.Services.AddSingleton<SendingTrouble>();
        builder.Services.AddSingleton<WordingTrouble>();
    }
}
