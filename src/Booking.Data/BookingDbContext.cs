using System.Data.Common;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>Everything the clinic remembers.</summary>
public sealed class BookingDbContext(DbContextOptions<BookingDbContext> options)
    : IdentityUserContext<StaffMember, int>(options), IDataProtectionKeyContext
{
    private const string Refused = "A row was refused.";

    public DbSet<BookingRules> Rules => Set<BookingRules>();

    public DbSet<Template> Templates => Set<Template>();

    public DbSet<SettingChange> SettingChanges => Set<SettingChange>();

    public DbSet<DaySheetEmail> DaySheetEmails => Set<DaySheetEmail>();

    public DbSet<Service> Services => Set<Service>();

    public DbSet<Treatment> Treatments => Set<Treatment>();

    public DbSet<Practitioner> Practitioners => Set<Practitioner>();

    public DbSet<Room> Rooms => Set<Room>();

    public DbSet<Closure> Closures => Set<Closure>();

    public DbSet<RedFlagWording> RedFlagWordings => Set<RedFlagWording>();

    public DbSet<Patient> Patients => Set<Patient>();

    public DbSet<PatientWord> PatientWords => Set<PatientWord>();

    public DbSet<PatientMerge> PatientMerges => Set<PatientMerge>();

    public DbSet<Appointment> Appointments => Set<Appointment>();

    public DbSet<AppointmentLink> AppointmentLinks => Set<AppointmentLink>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<ReceivedText> ReceivedTexts => Set<ReceivedText>();

    public DbSet<RefusedNumber> RefusedNumbers => Set<RefusedNumber>();

    public DbSet<SendingStatus> SendingStatus => Set<SendingStatus>();

    public DbSet<Hold> Holds => Set<Hold>();

    public DbSet<Block> Blocks => Set<Block>();

    public DbSet<DiaryDate> DiaryDates => Set<DiaryDate>();

    public DbSet<DiaryClaim> DiaryClaims => Set<DiaryClaim>();

    public DbSet<WaitingEntry> WaitingEntries => Set<WaitingEntry>();

    public DbSet<WaitingLink> WaitingLinks => Set<WaitingLink>();

    public DbSet<TelephoneDay> TelephoneDays => Set<TelephoneDay>();

    public DbSet<FreedDay> FreedDays => Set<FreedDay>();

    public DbSet<Offer> Offers => Set<Offer>();

    public DbSet<Enquiry> Enquiries => Set<Enquiry>();

    public DbSet<StaffInvitation> StaffInvitations => Set<StaffInvitation>();

    public DbSet<SetUpToken> SetUpTokens => Set<SetUpToken>();

    public DbSet<SignInTries> SignInTries => Set<SignInTries>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        await RenewRevisionAsync(cancellationToken);
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (DbUpdateException e) when (DatabaseErrors.RowRefused(e.InnerException) is { } row)
        {
            throw new DbUpdateException(Refused, row);
        }
    }

    /// <summary>Adds many rows by one statement of our own, of which the values are numbered: EF adds them row by row. What is
    /// refused is told like above.</summary>
    internal async Task WriteAsync(string sql, IEnumerable<object> values, CancellationToken cancellation)
    {
        try
        {
            await Database.ExecuteSqlRawAsync(sql, values, cancellation);
        }
        catch (DbException e)
        {
            throw new DbUpdateException(Refused, DatabaseErrors.RowRefused(e) ?? (Exception)e);
        }
    }

    // The framework keeps its keys this way; the clinic's set-up is only ever saved the other.
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => SetupHasChanged
        ? throw new NotSupportedException("Save the set-up with SaveChangesAsync: its revision is renewed there.")
        : base.SaveChanges(acceptAllChangesOnSuccess);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(BookingDbContext).Assembly);
        foreach (var key in builder.Model.GetEntityTypes()
            .Where(entity => entity.ClrType.Assembly == typeof(Appointment).Assembly)
            .SelectMany(entity => entity.GetForeignKeys()))
        {
            // The words by which a patient is found, and the clinic's reminders, are no records of their own: they go with what
            // they belong to.
            key.DeleteBehavior = key is { DeclaringEntityType.ClrType: var type, IsRequired: true }
                && (type == typeof(PatientWord) || type == typeof(ReminderLead))
                ? DeleteBehavior.Cascade
                : DeleteBehavior.Restrict;
        }
    }

    private bool SetupHasChanged => ChangeTracker.Entries().Any(entry => entry.State != EntityState.Unchanged
        && entry.Entity is BookingRules or Service or Treatment or Practitioner or Session or WeeklyBreak or DayChange
            or Room or Closure or RedFlagWording or ReminderLead or Template or Dictionary<string, object>);

    // A changed set-up gets a new revision in the same transaction, so that every node notices at its next look.
    private async Task RenewRevisionAsync(CancellationToken cancellation)
    {
        if (SetupHasChanged && await Rules.SingleOrDefaultAsync(cancellation) is { } rules)
        {
            rules.Revision = Random.Shared.NextInt64();
        }
    }
}
