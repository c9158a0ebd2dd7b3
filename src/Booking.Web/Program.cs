using Booking.Web;

var builder = WebApplication.CreateBuilder(args);
builder.AddSite();

var app = builder.Build();
app.UseSecurityHeaders(SecurityHeaders.For(app.Environment));
app.UseResponseCompression();
app.UseErrorPages();
app.UseRouting();
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
app.Run();
