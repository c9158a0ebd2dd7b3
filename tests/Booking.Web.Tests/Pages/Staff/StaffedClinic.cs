using System.Security.Cryptography;
using Booking.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Booking.Web.Tests;

/// <summary>The running clinic with people who work there, each at a browser of their own, and visits in its diary.</summary>
public sealed class StaffedClinic : RunningClinic
{
    public const string Password = "teapot gravel nineteen";

    private const string Mobile = "07700 900123";

    // Enough for what is tested here, and soon done.
    private const int HashRounds = 1000;

    private static readonly string Hash = new PasswordHasher<StaffMember>(
        Options.Create(new PasswordHasherOptions { IterationCount = HashRounds })).HashPassword(null!, Password);

    private int _people;

    /// <summary>A Tuesday on which everybody works.</summary>
    public static readonly DateOnly Tomorrow = new(2026, 11, 24);

    /// <summary>What the site is told on its start, beyond the usual.</summary>
    public List<(string Name, string Value)> Settings { get; } = [];

    /// <summary>What the site has said on its console.</summary>
    public SiteConsole Console { get; } = new();

    /// <summary>Somebody at a browser on the network that everybody in the waiting room uses.</summary>
    public Visitor VisitFromTheWaitingRoom() => new(new HttpClient { BaseAddress = Address });

    /// <summary>Adds a member of staff with the password that all have here.</summary>
    /// <param name="column">The practitioner who they are in the diary, if they are one.</param>
    public async Task<StaffMember> EmployAsync(string fullName, StaffRole role, string? column = null)
    {
        var email = $"{fullName.Replace(' ', '.')}.{Interlocked.Increment(ref _people)}@clinic.example";
        var member = StaffMember.New(fullName, email, role);
        member.PasswordHash = Hash;
        await RememberAsync(async context =>
        {
            member.PractitionerId = column is null ? null : (await context.Practitioners.SingleAsync(p => p.Slug == column)).Id;
            context.Add(member);
            return await context.SaveChangesAsync();
        });
        return member;
    }

    /// <summary>A new member of staff in this role, signed in.</summary>
    public async Task<Visitor> SignInAsync(StaffRole role) => (await SignInAsync(await EmployAsync($"Robin {role}", role))).Visitor;

    public async Task<(Visitor Visitor, Page Page)> SignInAsync(StaffMember member, string password = Password)
    {
        var visitor = Visit();
        return (visitor, await SignInAsync(visitor, member.Email!, password));
    }

    public static async Task<Page> SignInAsync(Visitor visitor, string email, string password) => await visitor.PressAsync(
        await visitor.OpenAsync("/staff/sign-in"), "Sign in", ("E-mail address", email), ("Password", password));

    /// <summary>A visit to Amy Patel for a sports injury.</summary>
    public Task<Appointment> BookAsync(string patient, TimeOnly start, string mobile = Mobile) => BookAsync(patient, Tomorrow, start, mobile);

    public async Task<Appointment> BookAsync(string patient, DateOnly date, TimeOnly start, string mobile = Mobile)
    {
        await RememberAsync(async context =>
        {
            (await context.Rules.SingleAsync()).OpenBookingsPerTelephone = 1000; // these tests have one telephone
            return await context.SaveChangesAsync();
        });
        var diary = Services.GetRequiredService<Diary>();
        var clinic = await diary.ClinicAsync(default);
        var browser = RandomNumberGenerator.GetBytes(Reference.HashBytes);
        var (held, refusal) = await diary.HoldAsync(
            new HoldWish(clinic.Treatment("sports-injury")!, clinic.Practitioner("amy-patel")!, false, date, start, browser, null, SeenBefore: false),
            default);
        refusal ??= (await diary.BookAsync(
            held, new PatientDetails(PersonName.Parse(patient), Telephone.Parse(mobile), null), default)).Refusal;
        return refusal is null
            ? (await diary.LinkAsync(held, default))!.Appointment
            : throw new InvalidOperationException(refusal.Words);
    }

    /// <summary>Gives the time back for the next test.</summary>
    public Task TidyAsync(Appointment booked) => Services.GetRequiredService<Desk>()
        .CancelAsync(new Seen(booked.Id, booked.Version), "Tidied away", "the tests", default);

    public Task<Appointment?> ReadAsync(int id) => Services.GetRequiredService<Diary>().ReadAsync(id, default);

    /// <summary>Puts a text of this appointment into a state that it has come to.</summary>
    public Task TextBecomesAsync(Appointment appointment, MessageKind kind, MessageState state, WhyNotSent? why) =>
        RememberAsync(context => context.Messages
            .Where(message => message.AppointmentId == appointment.Id && message.Kind == kind)
            .ExecuteUpdateAsync(row => row
                .SetProperty(message => message.State, state)
                .SetProperty(message => message.Revision, message => message.Revision + 1)
                .SetProperty(message => message.Why, why)
                .SetProperty(message => message.Due, message => state == MessageState.Pending ? message.Due : null)));

    public async Task<T> RememberAsync<T>(Func<BookingDbContext, Task<T>> work)
    {
        await using var context = await Services.GetRequiredService<IDbContextFactory<BookingDbContext>>().CreateDbContextAsync();
        return await work(context);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        Settings.ForEach(setting => builder.UseSetting(setting.Name, setting.Value));
        builder.ConfigureServices(services =>
            services.PostConfigure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashRounds));
        builder.ConfigureLogging(logging => logging.Services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(Console));
    }
}
