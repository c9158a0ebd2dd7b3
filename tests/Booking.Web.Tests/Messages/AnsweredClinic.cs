using Booking.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Booking.Web.Tests;

/// <summary>A clinic whose texts are answered, with what it remembers and logs of that.</summary>
public sealed class AnsweredClinic : TextingClinic
{
    public ClinicLog Log { get; } = new();

    public async Task<Appointment> ReadAsync(int id) => (await Services.GetRequiredService<Diary>().ReadAsync(id, default))!;

    /// <summary>All that came in, in order.</summary>
    public async Task<List<ReceivedText>> ReceivedAsync()
    {
        await using var context = Database.Open();
        return await context.ReceivedTexts.OrderBy(text => text.Id).ToListAsync();
    }

    /// <summary>What the diary's screen reads of a day: a number that is another after every change, and the visits.</summary>
    public async Task<DiaryPages> PagesAsync(DateTime day) => (await Services.GetRequiredService<DiaryScreen>()
        .ReadAsync(new DiaryWish(new DiaryRange(DateOnly.FromDateTime(day), Days: 1), Cancelled: true), default))!;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton<ILoggerProvider>(Log));
    }
}
