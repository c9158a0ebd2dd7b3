using Booking.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The database gives way while messages go: they wait, and none of what has gone stays unwritten.</summary>
public sealed class FailingDatabaseTests : IAsyncLifetime
{
    private static readonly DateTime Wednesday = new(2026, 11, 25, 9, 15, 0);

    private readonly FailingClinic _clinic = new();

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task Where_no_connection_is_free_the_round_ends_and_no_text_is_set_aside()
    {
        for (var i = 0; i < 60; i++)
        {
            await _clinic.BookAsync(Wednesday, $"+4477009001{i:00}");
        }

        _clinic.Trouble.NoConnection = true;
        await _clinic.SweepAsync();
        _clinic.Trouble.NoConnection = false;

        Assert.InRange(_clinic.Trouble.Met, 1, 20);
        await using (var context = _clinic.Database.Open())
        {
            Assert.All(
                await context.Messages.Where(m => m.Kind == MessageKind.Confirmation).ToListAsync(),
                message => Assert.Equal((MessageState.Pending, null), (message.State, message.Why)));
        }

        await _clinic.SweepAsync();
        Assert.Equal(60, _clinic.Twilio.Taken.Count);
    }

    [Theory]
    [InlineData(ToldBy.Text)]
    [InlineData(ToldBy.Email)]
    public async Task What_has_gone_is_written_down_though_another_writer_was_quicker(ToldBy by)
    {
        var booked = await _clinic.BookAsync(Wednesday, by);
        _clinic.Trouble.Overtakes = 3;

        await _clinic.SweepAsync();

        Assert.Equal(0, _clinic.Trouble.Overtakes);
        Assert.Equal(1, _clinic.Twilio.Taken.Count + _clinic.Mail.Taken.Count);
        var message = by == ToldBy.Email ? await _clinic.EmailAsync(booked) : await _clinic.MessageAsync(booked);
        Assert.Equal(MessageState.Sent, message!.State);
    }

    private sealed class FailingClinic : MailedClinic
    {
        public Trouble Trouble { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.ConfigureDbContext<BookingDbContext>(options => options.AddInterceptors(Trouble)));
        }
    }

    /// <summary>As SQL Server's client says it when its pool is empty; and as either database says that a row has moved on.</summary>
    private sealed class Trouble : SaveChangesInterceptor
    {
        private int _met;

        public bool NoConnection { get; set; }

        public int Met => _met;

        public int Overtakes { get; set; }

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            var states = eventData.Context!.ChangeTracker.Entries<Message>()
                .Where(row => row.State == EntityState.Modified).Select(row => row.Entity.State).ToList();
            if (NoConnection && states.Contains(MessageState.Sending))
            {
                Interlocked.Increment(ref _met);
                throw new InvalidOperationException("Die Zeit ist abgelaufen.") { Source = "Microsoft.Data.SqlClient" };
            }

            if (Overtakes > 0 && states.Contains(MessageState.Sent))
            {
                Overtakes--;
                throw new DbUpdateConcurrencyException("Another writer was quicker.");
            }

            return base.SavingChangesAsync(eventData, result, cancellationToken);
        }
    }
}
