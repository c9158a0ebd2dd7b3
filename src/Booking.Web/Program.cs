using Booking;
using Booking.Data;
using Booking.Web;
using Microsoft.Extensions.DependencyInjection.Extensions;

var builder = WebApplication.CreateBuilder(args);
builder.AddSite();
builder.Services.AddBookingDatabase(builder.Configuration);
builder.Services.AddSealing();
builder.Services.AddPatientPages();
builder.Services.AddRateLimits();
builder.AddProxy();
builder.Services.AddOpenApi();
builder.Services.AddProblemDetails();
builder.Services.AddHealth();
builder.AddTexts();
builder.AddJobs();
builder.AddDemo();
builder.Services.TryAddSingleton<TimeProvider, ClinicTime>();

var app = builder.Build();
app.UseForwardedHeaders();
app.UseSecurityHeaders(SecurityHeaders.For(app.Environment));
app.UseResponseCompression();
app.UseErrorPages();
app.UseRouting();
app.UseRateLimiter();
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
app.MapAvailability();
app.MapStatusCallback();
app.MapHealth();
app.MapDemo();
app.MapOpenApi("/openapi/{documentName}.json");

await app.PrepareAsync();
app.ScheduleJobs();
await app.RunAsync();
