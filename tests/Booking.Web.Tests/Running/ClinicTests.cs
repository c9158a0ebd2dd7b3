using Xunit;

namespace Booking.Web.Tests;

/// <summary>Tests in one clinic, each of which finds the diary empty on a Monday morning.</summary>
public abstract class ClinicTests(TestClinic clinic) : IClassFixture<TestClinic>, IAsyncLifetime
{
    protected TestClinic Clinic => clinic;

    public async ValueTask InitializeAsync() => await clinic.StartAfreshAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
